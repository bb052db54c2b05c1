/**
 * A missing translation falls back to Dutch, and a plugin that cannot be loaded compiles nothing:
 * Paraglide reports neither. This test does.
 */
import { readFileSync } from 'node:fs'
import { compile } from '@inlang/paraglide-js'
import { expect, test } from 'vitest'
import { textOptions } from './text-options.ts'

const catalogue = (language: string) =>
  JSON.parse(
    readFileSync(new URL(`../messages/${language}.json`, import.meta.url), 'utf8'),
  ) as Record<string, unknown>

const dutch = Object.keys(catalogue('nl'))

test('B5: both languages have the same texts', () => {
  expect(Object.keys(catalogue('en'))).toEqual(dutch)
})

test('B5: no text is empty in either language', () => {
  for (const language of ['nl', 'en']) {
    expect(Object.values(catalogue(language)).filter((text) => text === '')).toEqual([])
  }
})

// Compiling is a few seconds of work, and more where others work at the same time.
test('every text is compiled', { timeout: 60_000 }, async () => {
  await compile(textOptions)
  const index = readFileSync(
    new URL('../src/paraglide/messages/_index.js', import.meta.url),
    'utf8',
  )
  const isSchema = (key: string) => key.startsWith('$')
  expect(index.match(/^export /gm)?.length).toBe(dutch.filter((key) => !isSchema(key)).length)
})
