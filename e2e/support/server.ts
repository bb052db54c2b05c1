/**
 * The server under test, in a process of its own: the whole product on a fresh PostgreSQL with the
 * demo's towns and people, and a second door, for arranging, that production doesn't have.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../apps/server/test/journey-server.ts', import.meta.url))

export type Server = {
  /** Where people go. */
  readonly address: string
  /** Where `town.ts` arranges what a journey needs. */
  readonly arranging: string
  readonly stop: () => Promise<void>
}

export async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const said = await new Promise<Record<string, string>>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^ready: (?<address>\S+) (?<arranging>\S+)$/.exec(line)
      if (found?.groups) resolve(found.groups)
    })
    void ended.then(() => reject(new Error('The server under test ended before it was ready.')))
  })
  return {
    address: said['address'] ?? '',
    arranging: said['arranging'] ?? '',
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
