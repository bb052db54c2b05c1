/** One process of PostgreSQL: started, awaited until it takes connections, and stopped. */
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { CannotStart } from '#cannot-start.ts'
import type { OperatingUser } from './operating-user.ts'

/** Where the folder of `handOver` is for the process that it's handed to. */
const handedOver = '/proc/self/fd/3'

export type Program = {
  readonly path: string
  readonly user: OperatingUser
  /** The data, handed over as an open folder: the folders above it may be closed to the user. */
  readonly cluster: string
}

export function launch({ path, user, cluster }: Program, args: readonly string[]): ChildProcess {
  const folder = openSync(cluster, 'r')
  try {
    return spawn(path, ['-D', handedOver, ...args], {
      ...user,
      cwd: '/',
      // English and UTC, whatever the machine speaks, and no setting of another PostgreSQL.
      env: { LC_ALL: 'C', PATH: process.env['PATH'] },
      stdio: ['ignore', 'ignore', 'pipe', folder] satisfies StdioOptions,
      // A group of its own: Ctrl-C is for us, and we stop it when its last transaction is done.
      detached: true,
    })
  } finally {
    closeSync(folder)
  }
}

export type Postmaster = {
  readonly pid: number
  /** Resolves when it has ended, whoever ended it. */
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

export async function startPostmaster(
  programs: string,
  program: Omit<Program, 'path'>,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster> {
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = launch({ ...program, path: join(programs, 'postgres') }, args)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = () => child.kill('SIGQUIT')
  process.once('exit', kill)
  void ended.then(() => process.off('exit', kill))
  await ready(child)
  return {
    pid: child.pid ?? 0,
    ended,
    stop: async () => {
      child.kill('SIGINT')
      await ended
    },
  }
}

/** Reads what it says until it takes connections, and from then on so that its pipe never fills. */
async function ready(child: ChildProcess): Promise<void> {
  if (!child.stderr) throw new CannotStart('PostgreSQL could not be heard.')
  const lines = createInterface({ input: child.stderr })
  const complaints: string[] = []
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      if (line.includes('ready to accept connections')) resolve()
      if (/FATAL|PANIC|HINT/.test(line) && complaints.length < 5) complaints.push(line)
    })
    child.once('error', reject)
    lines.once('close', () =>
      reject(new CannotStart(`PostgreSQL does not start. ${complaints.join(' ')}`)),
    )
  })
}
