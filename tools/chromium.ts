/**
 * A Chromium for the journeys: the one that CHROME_PATH names, the system's, or Playwright's own; and
 * where there is none, the one that the platform's packages bring.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const packages = ['chromium', 'chromium-l10n', 'fonts-liberation']

/** Its path, and a sentence on where it came from. */
export type Chromium = { readonly path: string; readonly origin: string }

/** Throws one clear sentence where there is none and it can't be installed. */
export function getChromium(): Chromium {
  const found = findChromium()
  if (found) return found
  process.stdout.write(`No Chromium found. Installing ${packages.join(', ')} …\n`)
  install()
  const installed = findChromium()
  if (installed) return { ...installed, origin: 'installed just now by apt-get' }
  throw new Error(`There is no Chromium, and apt-get brought none. ${advice}`)
}

const advice = 'Install one, or set CHROME_PATH to one.'

function findChromium(): Chromium | undefined {
  const named = process.env['CHROME_PATH']
  if (named) {
    if (isBrowser(named)) return { path: named, origin: 'CHROME_PATH' }
    throw new Error(`CHROME_PATH is ${named}, but no Chromium runs from there.`)
  }
  const system = inPath(names).find(isBrowser)
  if (system) return { path: system, origin: 'the system' }
  const playwrights = inPlaywrightsCache().find(isBrowser)
  return playwrights ? { path: playwrights, origin: "Playwright's cache" } : undefined
}

function inPath(programs: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return programs.flatMap((name) => folders.map((folder) => join(folder, name))).filter(existsSync)
}

/** The newest first. */
function inPlaywrightsCache(): string[] {
  const cache = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(homedir(), '.cache/ms-playwright')
  return globSync(join(cache, 'chromium-*/chrome-linux*/chrome')).toSorted().toReversed()
}

/** Some systems have a `chromium-browser` that only says where to get one. */
function isBrowser(path: string): boolean {
  return spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0
}

function install(): void {
  const sudo = process.geteuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...words: string[]) => {
    const [program = '', ...rest] = [...sudo, 'apt-get', ...words]
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    return spawnSync(program, rest, { env: environment, stdio: ['ignore', 'inherit', 'inherit'] })
  }
  const bring = () => apt('install', '-y', '--no-install-recommends', ...packages).status === 0
  // A fresh machine has no lists of packages yet, and an old one has lists of what's gone.
  const isBrought = bring() || (apt('update').status === 0 && bring())
  if (!isBrought)
    throw new Error(`There is no Chromium, and apt-get could not bring one. ${advice}`)
}
