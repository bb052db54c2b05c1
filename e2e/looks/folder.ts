/** The folder that the photographs go into, and the page that shows them all. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Language } from '#support/screen.ts'

const folder = new URL('../../looks/', import.meta.url)

export type Photograph = {
  readonly page: string
  /** `page`, or which sheet is open on it. */
  readonly part: string
  readonly state: string
  readonly size: string
  readonly language: Language
  readonly contrast: string
}

const separator = '~'

export function fileOf({ page, part, state, size, language, contrast }: Photograph): string {
  const simple = state.replaceAll(/\W+/g, '-')
  const name = [page, part, simple, size, language, contrast].join(separator)
  return fileURLToPath(new URL(`${name}.png`, folder))
}

export function emptyFolder(): void {
  rmSync(folder, { recursive: true, force: true })
}

/** Every state on a row of its own, in the order of their names. */
export function writeContactSheet(): void {
  const files = readdirSync(folder).filter((file) => file.endsWith('.png'))
  const states = Map.groupBy(files.toSorted(), (file) => file.split(separator, 3).join(' · '))
  const rows = [...states].map(
    ([state, shots]) => `<h2>${state}</h2><div>${shots.map(figureOf).join('')}</div>`,
  )
  writeFileSync(new URL('index.html', folder), sheet(rows.join('\n'), files.length))
}

function figureOf(file: string): string {
  const caption = file
    .replace(/[.]png$/, '')
    .split(separator)
    .slice(3)
    .join(' ')
  return `<a href="${file}"><img loading="lazy" src="${file}" alt="">${caption}</a>`
}

const sheet = (rows: string, count: number) => `<!doctype html>
<meta charset="utf-8">
<title>Looks of the residents’ app: ${count} photographs</title>
<style>
  body { margin: 1rem; font: 14px system-ui; background: #ddd }
  div { display: flex; gap: 12px; overflow-x: auto; align-items: start }
  a { flex: none; color: inherit }
  img { display: block; max-width: 420px; max-height: 560px; background: #fff; box-shadow: 0 1px 4px #0005 }
</style>
${rows}
`
