/** The text of this repository, as the tests of its habits read it: what is or could be committed. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Line = { readonly path: string; readonly number: number; readonly text: string }

export const root = fileURLToPath(new URL('..', import.meta.url))

const written = /[.](ts|tsx|js|css|html|md|sql|json|yml|yaml|sh)$|^[.]ci\/|^[.][a-z]+$/

export const paths: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard'],
  { cwd: root, maxBuffer: 16 * 1024 * 1024 },
)
  .toString()
  .split('\n')
  .filter((path) => written.test(path) && existsSync(root + path))

export const lines: readonly Line[] = paths.flatMap((path) =>
  readFileSync(root + path, 'utf8')
    .split('\n')
    .map((text, index) => ({ path, number: index + 1, text })),
)

/** `path:line: text` of each line that matches, for a failure that can be clicked. */
export function where(matches: (line: Line) => boolean): string[] {
  return lines.filter(matches).map(({ path, number, text }) => `${path}:${number}: ${text.trim()}`)
}
