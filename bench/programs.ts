/** Programs of the system that a measurement needs, found or installed the way Debian does. */
import { execFileSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { say } from './report.ts'

type Wanted = { readonly name: string; readonly debianPackage: string }

/** The path of a program; undefined where there is none and none can be had. */
export function findProgram({ name, debianPackage }: Wanted): string | undefined {
  return find(name) ?? install({ name, debianPackage })
}

function find(name: string): string | undefined {
  const onPath = (process.env['PATH'] ?? '').split(':').map((folder) => `${folder}/${name}`)
  const places = [...onPath, ...globSync(`/usr/lib/postgresql/*/bin/${name}`)]
  return places.find((path) => existsSync(path))
}

function install({ name, debianPackage }: Wanted): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  say(`${name} is missing: installing ${debianPackage} with apt-get …`)
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'pipe' })
    execFileSync('apt-get', ['install', '-y', '-qq', debianPackage], { stdio: 'pipe' })
  } catch {
    return undefined
  }
  return find(name)
}
