/**
 * A PostgreSQL whose parent was killed goes on by itself. Nobody else may use our data folder (see
 * `data-folder.ts`), so whoever still does is such an orphan: it's stopped, and started anew as our
 * own child, with today's settings.
 */
import { existsSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '#cannot-start.ts'

const pollMs = 20
const patienceMs = 30_000

export async function stopOrphan(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  if (!worksIn(cluster, pid)) {
    // Its number belongs to somebody else by now, whom PostgreSQL would take for its double.
    if (existsSync(`/proc/${pid}`)) rmSync(pidFile)
    return
  }
  process.kill(pid, 'SIGINT')
  for (let waited = 0; worksIn(cluster, pid); waited += pollMs) {
    if (waited > patienceMs) {
      throw new CannotStart(`The PostgreSQL with process id ${pid} does not stop: end it by hand.`)
    }
    // It's no child of ours, so there is no event to wait for.
    await pause(pollMs)
  }
}

/** PostgreSQL works in its data folder; a process that has ended works nowhere. */
function worksIn(cluster: string, pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch {
    return false
  }
}
