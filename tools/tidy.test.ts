/**
 * The habits of this repository that no linter knows, as tests.
 *
 * Each check names the file, the line and what to do instead, because it will be read by someone
 * who was busy with something else.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { problemCodes } from '@2park/contract/problems'
import { apiVersion } from '@2park/contract/version'
import { expect, test } from 'vitest'
import { lines, paths, root, where } from './repository.ts'

const code = /[.](ts|tsx|js|sql)$/
// Names every habit, so it breaks each of them.
const here = /^tools\/tidy[.]test[.]ts$/

test.each([
  {
    ban: /\bTemporal\.Now\b|\bperformance\.now\b/,
    unless:
      /^apps\/server\/(src\/start|src\/two-park|src\/log\/log|seed\/reset)[.]ts$|^apps\/server\/test\/moving-clock[.]ts$|^apps\/resident\/|^packages\/web\/|^bench\//,
    say: 'take `now` as an argument',
  },
  {
    // A time-out is a limit; what waits for others without an event to wait for says so.
    ban: /\bsetTimeout\(|node:timers|waitForTimeout|\bsleep\(/,
    unless:
      /^apps\/resident\/src\/|^packages\/web\/|front-door[.]ts$|jobs\/steadily[.]ts$|database\/(orphan|embedded-postgres)[.]ts$|log\/log[.]ts$/,
    say: 'await a fact, not a delay',
  },
  { ban: /\b(TODO|FIXME|HACK)\b/, unless: /^$/, say: 'do it, or file an issue' },
  {
    ban: /\.(only|skip|todo|fails|fixme|skipIf)\(/,
    unless: /^$/,
    say: 'run one test from the command line; repair or remove the other',
  },
  { ban: /\bprocess\.env\b/, unless: edges(), say: 'a setting is read in config.ts' },
  { ban: /customer/i, unless: /^$/, say: 'holder or account, see docs/glossary.md' },
  { ban: /reservation/i, unless: /^$/, say: 'a planned parking session, see docs/glossary.md' },
  { ban: /licen[sc]e_?plate/i, unless: /messages\//, say: 'plate, see docs/glossary.md' },
  {
    // Where products are bought is the permit shop.
    ban: /\bpermit(s|Id)?\b(?![- ]shop)/i,
    unless: /^$/,
    say: 'product, see docs/glossary.md',
  },
])('nobody writes $ban: $say', ({ ban, unless }) => {
  const isOurs = (path: string) => code.test(path) && !here.test(path) && !unless.test(path)
  expect(where(({ path, text }) => isOurs(path) && ban.test(text))).toEqual([])
})

/** Where the environment may be asked: at the start, and by what runs or tests a whole process. */
function edges(): RegExp {
  return /^apps\/server\/(src\/(start|of-municipality)[.]ts|src\/database\/postmaster[.]ts|seed\/(seed|reset)[.]ts|test\/)|^(tools|e2e|bench)\/|[.]config[.]ts$/
}

test.each([
  ['the name of a package registry', /registry\.(npmjs|yarnpkg)|npmmirror|verdaccio|artifactory/i],
  ['a lock on where a package was fetched', /"resolved": "https?:/],
  ['a path of one machine', /(^|[^\w.:])\/(work|root|home|Users)\//],
])('nothing committed has %s in it', (_, ban) => {
  expect(where(({ path, text }) => !here.test(path) && ban.test(text))).toEqual([])
})

test('a rule is only set aside with a reason', () => {
  const without = where(
    ({ path, text }) =>
      code.test(path) &&
      !here.test(path) &&
      /(ox|es)lint-disable|@ts-(expect-error|ignore|nocheck)|v8 ignore/.test(text) &&
      !/ -- \w|@ts-expect-error \w/.test(text),
  )
  expect(without).toEqual([])
})

test('no file is called for what it could be anything', () => {
  const vague = /(^|[/.-])(utils?|helpers?|common|misc|managers?|services?|data|info)[.]tsx?$/
  expect(paths.filter((path) => vague.test(path))).toEqual([])
})

test('every module is made of the same kinds of files', () => {
  const inModules = paths.filter((path) => path.startsWith('apps/server/src/modules/'))
  const known = /^[a-z]+(-[a-z]+)*([.](routes|commands|queries|policy|jobs|port))?([.]test)?[.]ts$/
  expect(inModules.filter((path) => !known.test(basename(path)))).toEqual([])
})

test('every problem that the API can answer is met in a test of the server', () => {
  const tests = lines.filter((line) => /^apps\/server\/.*[.]test[.]ts$/.test(line.path))
  const isMet = (problem: string) => tests.some((line) => line.text.includes(`'${problem}'`))
  expect(problemCodes.filter((problem) => !isMet(problem))).toEqual([])
})

/** Of one field, which has the focus itself when it is wrong. */
const formsOfOneField = [
  'AlarmSheet',
  'AppSheet',
  'CloseAccountSheet',
  'ForgotPasswordPage',
  'NewHolderForm',
  'PasskeyNameForm',
  'PasswordStep',
  'PermitShopPage',
  'SecondStep',
]

/** One can choose nothing wrong in them. */
const formsOfChoices = [
  'NotificationsSection',
  'PlateSwitchPage',
  'StartProductSection',
  'TopUpChoice',
]

test('a form says above itself all that is wrong with it', () => {
  const inPages = lines.filter(({ path }) => path.endsWith('.tsx'))
  const having = (element: RegExp) =>
    new Set(inPages.filter(({ text }) => element.test(text)).map(({ path }) => path))
  const summaries = having(/<ErrorSummary\b/)
  const without = [...having(/<form\b/)].filter((path) => !summaries.has(path))
  const known = [...formsOfOneField, ...formsOfChoices]
  expect(without.map((path) => basename(path, '.tsx')).toSorted()).toEqual(known.toSorted())
})

test('the version is the newest of the changelog', () => {
  const newest = lines.find(({ path, text }) => path === 'CHANGELOG.md' && /^## \d/.test(text))
  expect(newest?.text).toBe(`## ${apiVersion}`)
})

test('every kind of mail is sent by somebody', () => {
  const notices = 'apps/server/src/modules/notices/'
  const ofKinds = lines.filter(({ path }) => path.startsWith(`${notices}mails/`))
  const kinds = ofKinds.flatMap(({ text }) => /^ {2}readonly kind: ('\w+')$/.exec(text)?.[1] ?? [])
  const others = lines.filter(
    ({ path }) =>
      path.startsWith('apps/server/src/modules/') &&
      !path.startsWith(notices) &&
      !path.endsWith('.test.ts'),
  )
  const isSent = (kind: string) => others.some(({ text }) => text.includes(`kind: ${kind}`))
  expect(kinds).not.toEqual([])
  expect(kinds.filter((kind) => !isSent(kind))).toEqual([])
})

test('every page has one title', () => {
  const titles = (page: string) => {
    const own = lines.filter(({ path }) => path === page)
    const isFence = own.map(({ text }) => text.startsWith('```'))
    const isInFence = (index: number) => isFence.slice(0, index).filter(Boolean).length % 2 === 1
    return own.filter(({ text }, index) => text.startsWith('# ') && !isInFence(index))
  }
  const pages = paths.filter((path) => path.endsWith('.md'))
  expect(pages.filter((page) => titles(page).length !== 1)).toEqual([])
})

test('every link leads somewhere', () => {
  const broken = namedInPages(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g).filter(
    ({ page, target }) => !existsSync(join(root, dirname(page), target)),
  )
  expect(broken.map(({ at, target }) => `${at} → ${target}`)).toEqual([])
})

test('every file of code that a page names is there', () => {
  const gone = namedInPages(/`([\w.-]+(?:\/[\w.-]+)*[.]tsx?)`/g).filter(
    ({ target }) => !paths.some((path) => path === target || path.endsWith(`/${target}`)),
  )
  expect(gone.map(({ at, target }) => `${at} → ${target}`)).toEqual([])
})

test('every command of npm that a page names can be given', () => {
  const manifests = paths.filter((path) => basename(path) === 'package.json')
  const scriptsIn = (path: string) => {
    const { scripts = {} } = JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest
    return Object.keys(scripts)
  }
  const commands = new Set(manifests.flatMap(scriptsIn))
  const unknown = namedInPages(/\bnpm run ([\w:-]+)/g).filter(({ target }) => !commands.has(target))
  expect(unknown.map(({ at, target }) => `${at} → ${target}`)).toEqual([])
})

type Manifest = { readonly scripts?: Readonly<Record<string, string>> }

/** What the pattern finds in pages of ours, and where. */
function namedInPages(pattern: RegExp) {
  return lines
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, number, text }) =>
      [...text.matchAll(pattern)].map(([, target = '']) => ({
        page: path,
        at: `${path}:${number}`,
        target,
      })),
    )
}

test.each([
  ['decisions', /^docs\/adr\/(\d{4})-[a-z0-9-]+[.]md$/],
  ['migrations', /^apps\/server\/migrations\/(\d{4})_[a-z0-9_]+[.]sql$/],
])('%s are numbered from 1 without a gap', (_, pattern) => {
  const numbers = paths.flatMap((path) => pattern.exec(path)?.[1] ?? [])
  const expected = numbers.map((_number, index) => String(index + 1).padStart(4, '0'))
  expect(numbers.toSorted()).toEqual(expected)
})
