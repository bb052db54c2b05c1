/** How much memory processes hold, as Linux counts it, in megabytes. */
import { globSync, readFileSync } from 'node:fs'

/** What belongs to one process alone, and its share of what it has in common with others. */
function proportionalMegabytes(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB/m.exec(rollup) ?? []
    return Number(kilobytes) / 1024
  } catch {
    // It ended while we were counting.
    return 0
  }
}

export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(status) ?? []
  return Number(kilobytes) / 1024
}

/** A process with all its children, such as PostgreSQL's server with its sessions. */
export function familyMegabytes(pid: number): number {
  const family = [pid, ...childrenOf(pid)]
  return family.reduce((total, each) => total + proportionalMegabytes(each), 0)
}

function childrenOf(pid: number): number[] {
  return globSync('/proc/[0-9]*/stat')
    .map((path) => ({ child: Number(path.split('/')[2]), stat: readStat(path) }))
    .filter(({ stat }) => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid)
    .map(({ child }) => child)
}

function readStat(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
