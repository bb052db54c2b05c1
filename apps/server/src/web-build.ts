/**
 * The resident's web app as files to serve: built when it never was, or when something that it's
 * made of is younger. So the first `npm start` after a `git pull` is up to date by itself.
 */
import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CannotStart } from '#cannot-start.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export const webRoot = join(root, 'apps/resident/dist')

const sources = ['apps/resident', 'packages', 'package-lock.json']
// Made by the build itself, or by an installation.
const made = new Set(['node_modules', 'dist', 'paraglide', 'cache'])

export function isWebAppFresh(): boolean {
  const page = statSync(join(webRoot, 'index.html'), { throwIfNoEntry: false })
  return page !== undefined && sources.every((path) => youngest(join(root, path)) <= page.mtimeMs)
}

function youngest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0
  const inside = readdirSync(path).filter((name) => !made.has(name))
  // The folder's own time tells of a file that was taken away.
  return Math.max(0, ...inside.map((name) => youngest(join(path, name))))
}

export async function buildWebApp(signal: AbortSignal): Promise<void> {
  const child = spawn('npm', ['run', 'build', '--silent'], {
    cwd: root,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))
  const code = await new Promise<number | string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', resolve)
  })
  signal.throwIfAborted()
  if (code !== 0) throw new CannotStart(`The web app could not be built (${code}).\n${said.trim()}`)
}
