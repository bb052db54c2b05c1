/**
 * What no type can count: that the walks, which look at everything with axe (`e2e/walks`), come by each sheet
 * that no address names, and by each page that is no part of the app. Other pages do not compile without.
 */
import { expect, test } from 'vitest'
import { lines, paths, where } from './repository.ts'

const textOf = (path: string) =>
  lines.flatMap((line) => (line.path === path ? [line.text] : [])).join('\n')
const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, first = '']) => first)

const walks = paths.filter((path) => path.startsWith('e2e/walks/')).map(textOf)
const drawings = paths
  .filter((path) => /^(apps\/resident|packages\/web)\/src\/.*[.]tsx$/.test(path))
  .map((path) => ({ path, text: textOf(path) }))

test('a walk comes by every sheet, by the title of each of its steps', () => {
  const seen = new Set(walks.flatMap((text) => found(text, /\bsheet: '(\w+)'/g)))
  const titles = drawings.flatMap(({ text }) => [
    ...found(text, /<Sheet\s+title=\{([^}]*)\}/g).flatMap((title) => found(title, /m\.(\w+)\(/g)),
    ...found(text, /^\s+title: m\.(\w+)\(\),$/gm),
  ])
  expect(titles).not.toEqual([])
  expect(titles.filter((title) => !seen.has(title))).toEqual([])
})

test('every sheet has its title first, or gets it with its step', () => {
  const others = drawings.filter(({ text }) =>
    found(text, /<(Sheet)\b(?!\s+title=\{[^}]*m\.)/g).some(() => !text.includes('{...step}')),
  )
  expect(others.map(({ path }) => path)).toEqual([])
})

test('only a sheet lies over a page', () => {
  const opened = where(
    ({ path, text }) =>
      drawings.some((drawing) => drawing.path === path) && /<dialog\b|\bpopover=/.test(text),
  )
  expect(opened.map((line) => line.split(':')[0])).toEqual([
    'packages/web/src/components/Sheet.tsx',
  ])
})

/** Each has its stops in `e2e/walks/beside.ts`. */
test('no other pages than these are the server’s own', () => {
  const own = lines.filter(
    ({ path, text }) => path.startsWith('apps/server/src/') && text.includes("type('text/html"),
  )
  expect([...new Set(own.map(({ path }) => path))].toSorted()).toEqual([
    'apps/server/src/adapters/clock/demo-clock.routes.ts',
    'apps/server/src/adapters/mail/demo-mailbox.routes.ts',
    'apps/server/src/adapters/payments/sandbox-bank.routes.ts',
  ])
})
