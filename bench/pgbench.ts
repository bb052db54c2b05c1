/**
 * PostgreSQL's own measure, `pgbench`: its TPC-B-like transaction is three updates, a select and an
 * insert, which is about what a booking writes. It is the limit that a booking is held against.
 */
import { execFileSync } from 'node:child_process'
import { findProgram } from './programs.ts'

export type Pgbench = {
  /** Fills its own database: a hundred thousand accounts for each of `scale`. */
  readonly initialise: (url: string, scale: number) => void
  /** Transactions a second. */
  readonly rate: (
    url: string,
    run: { readonly clients: number; readonly seconds: number },
  ) => number
}

/** Undefined where there is none and none can be had. */
export function findPgbench(): Pgbench | undefined {
  const program = findProgram({ name: 'pgbench', debianPackage: 'postgresql-contrib' })
  if (program === undefined) return undefined
  return {
    initialise: (url, scale) => {
      execFileSync(program, ['-i', '-q', '-s', String(scale), url], { stdio: 'pipe' })
    },
    rate: (url, { clients, seconds }) => {
      const options = ['-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds)]
      const output = execFileSync(program, [...options, url], { stdio: 'pipe' }).toString()
      const [, tps] = /^tps = ([\d.]+)/m.exec(output) ?? []
      if (tps === undefined) throw new Error(`pgbench gave no rate:\n${output}`)
      return Number(tps)
    },
  }
}
