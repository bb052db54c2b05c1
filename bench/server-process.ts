/** The server just as `npm start` runs it, on a database of ours, in a process of its own. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import manifest from '../package.json' with { type: 'json' }

export type ServerProcess = {
  readonly pid: number
  readonly address: string
  readonly stop: () => Promise<void>
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** What stands behind `exec node` in the start script: its limits on memory, and the file. */
function startArguments(): string[] {
  return manifest.scripts.start.split(' ').slice(2)
}

export async function startServer(databaseUrl: string): Promise<ServerProcess> {
  const child = spawn(process.execPath, startArguments(), {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      NODE_ENV: 'production',
      PORT: '0',
      SECRETS_KEY: randomBytes(32).toString('base64'),
      // Production has a mail server; nothing that is measured sends a mail.
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'bench@example.com',
      // Nobody pays in a measurement.
      MOLLIE_API_KEY: 'test_measurement',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    const lines = createInterface({ input: child.stdout })
    lines.on('line', (line) => {
      const [, opened] = /^2Park is open: (\S+)/.exec(line) ?? []
      if (opened === undefined) return
      lines.close()
      resolve(opened.replace('localhost', '127.0.0.1'))
    })
  })
  // What it logs from here on is thrown away: reading it costs what is to be measured.
  child.stdout.resume()
  return {
    pid: child.pid ?? 0,
    address,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
