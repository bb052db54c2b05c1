/** The server as people start it, in a process of its own, for tests that kill it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const entrance = fileURLToPath(new URL('../src/start.ts', import.meta.url))

export type LaunchedServer = {
  /** Resolves with the line that has this in it, and rejects when there was none. */
  readonly says: (text: string) => Promise<string>
  readonly address: () => Promise<URL>
  readonly kill: (signal: NodeJS.Signals) => void
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>
}

type Given = {
  readonly environment: Readonly<Record<string, string>>
  /** Only root can start it as somebody else. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined
}

export function launchServer({ environment, user }: Given): LaunchedServer {
  const child = spawn(process.execPath, [entrance], {
    ...user,
    cwd: '/',
    env: { PATH: process.env['PATH'], PORT: '0', ...environment },
  })
  const lines: string[] = []
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => {
      lines.push(line)
      child.emit('line', line)
    })
  }
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null, // What Node says of a process that ended.
    said: lines.join('\n'),
  }))
  const says = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const hear = (line: string) => line.includes(text) && resolve(line)
      lines.forEach(hear)
      child.on('line', hear)
      void ended.then(({ said }) => reject(new Error(`It never said "${text}":\n${said}`)))
    })
  return {
    says,
    address: async () => new URL((await says('is open: ')).split('is open: ')[1] ?? ''),
    kill: (signal) => child.kill(signal),
    ended,
  }
}
