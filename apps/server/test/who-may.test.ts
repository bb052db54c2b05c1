/**
 * Who may call what: every endpoint of the API, called by everybody there is, compared with the
 * table in docs/reference/who-may.md. A new endpoint is in the table, or this fails.
 *
 * What is called is the owner's: a product, a session, a favourite. So the answers to a stranger and
 * to the shop of another municipality must be those to something that does not exist.
 */
import { api } from '@2park/contract/api'
import type { Endpoint } from '@2park/contract/endpoint'
import { scopeFor } from '@2park/contract/token-scopes'
import { expect, test } from 'vitest'
import type { Client } from './http-client.ts'
import { openTown } from './open-town.ts'
import { bodies, queries } from './who-may/bodies.ts'
import { setStage, type Stage } from './who-may/stage.ts'

const town = await openTown()
const names = (Object.keys(api) as (keyof typeof api)[]).toSorted(byPath)
const people = ['nobody', 'stranger', 'delegate', 'owner', 'shop', 'otherShop'] as const
const programs = ['reader', 'parker', 'parkerElsewhere'] as const
const roles = [...people, ...programs]
type Role = keyof Stage['callers']

const answers = new Map<string, Readonly<Record<Role, string>>>()
// Reading changes nothing: one stage is enough for it.
const reading = await setStage(town)
for (const name of names) {
  answers.set(name, await answersOf(name, name.startsWith('GET') ? reading : await setStage(town)))
}

test('every endpoint answers everybody as the table says', async () => {
  await expect(asTable()).toMatchFileSnapshot('../../../docs/reference/who-may.md')
})

test.each(names.filter((name) => !isOpen(name)))('%s is for somebody', (name) => {
  const { delegate, owner, shop } = answers.get(name) ?? {}
  expect(`${delegate}, ${owner}, ${shop}`).toMatch(/\b(2\d\d|409 \w+)\b/)
})

test('no call of theirs is answered with a fault, or is not understood', () => {
  expect(asTable()).not.toMatch(/400|50\d/)
})

test.each(names.filter((name) => !isOpen(name)))('%s is closed to nobody', (name) => {
  expect(answers.get(name)?.nobody).toMatch(/^401 /)
})

test.each(names.filter((name) => !isOpen(name)))(
  '%s opens to a program by the list only',
  (name) => {
    const { reader = '', parker = '', parkerElsewhere = '' } = answers.get(name) ?? {}
    const scope = scopeFor(name)
    const closed =
      (api[name] as Endpoint).by === 'permitShop' ? '401 tokenNotAccepted' : '403 tokenScope'
    expect(reader === closed).toBe(scope !== 'read')
    expect(parker === closed).toBe(scope === undefined)
    expect(parkerElsewhere).toBe(scope && name.includes('{') ? '404 notFound' : closed)
  },
)

test.each(names.filter((name) => name.includes('{')))(
  "%s finds nothing of somebody else's",
  (name) => {
    const { by }: Endpoint = api[name]
    expect(answers.get(name)?.[by === 'permitShop' ? 'otherShop' : 'stranger']).toBe('404 notFound')
  },
)

async function answersOf(name: keyof typeof api, stage: Stage) {
  // What limits count is not what is asked here.
  await town.db.deleteFrom('rate_limits').execute()
  // The owner behind the others: what they do may take it from them. Their programs go last.
  const given: Partial<Record<Role, string>> = {}
  for (const role of [
    ...people.filter((each) => each !== 'owner'),
    'owner',
    ...programs,
  ] as const) {
    given[role] = await answerTo(stage.callers[role], name, stage)
  }
  return given as Record<Role, string>
}

async function answerTo(call: Client, name: keyof typeof api, stage: Stage): Promise<string> {
  const body = await bodies[name]?.(stage)
  const query = queries[name]
  const sent = {
    params: { ...stage.params, ...besides(name, stage) },
    ...(body !== undefined && { body }),
    ...(query && { query }),
    // Nobody has changed it before.
    ...(isVersioned(name) && { headers: { 'if-match': '"1"' } }),
  }
  const { status, body: answer } = await call(name, sent)
  return answer?.code === undefined ? String(status) : `${status} ${answer.code}`
}

/** What of the owner's, where it is not what most calls are about. */
function besides(name: string, { endedSessionId, issuedId }: Stage) {
  if (name.includes('/permit-shop/')) return { productId: issuedId }
  return name.includes('/history/') ? { parkingSessionId: endedSessionId } : {}
}

function isVersioned(name: keyof typeof api): boolean {
  return (api[name] as Endpoint).versioned === true
}

function isOpen(name: keyof typeof api): boolean {
  return (api[name] as Endpoint).open === true
}

function byPath(a: string, b: string): number {
  const [[, pathA = ''], [, pathB = '']] = [a.split(' '), b.split(' ')]
  return pathA.localeCompare(pathB) || a.localeCompare(b)
}

function asTable(): string {
  const rows = [...answers].map(([name, given]) => [
    `\`${name}\``,
    ...roles.map((role) => given[role]),
  ])
  const head = [
    'call',
    'nobody',
    'stranger',
    'delegate',
    'owner',
    'shop',
    'other shop',
    'reader',
    'parker',
    'elsewhere',
  ]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return `# Who may call what

Written by \`apps/server/test/who-may.test.ts\`, which calls every endpoint as everybody on something of the owner's. A number is the
status, a word the problem's code. The *shop* is a permit shop of the owner's municipality. The *reader* and the *parker*
are programs of the owner's with a personal access token; the one *elsewhere* parks, on another product.

${line(head)}
${line(head.map(() => '---'))}
${rows.map(line).join('\n')}
`
}
