/**
 * Who may call what by the 2Park protocol: every call of it, made by everybody there is on something of
 * the owner's, compared with docs/reference/who-may-by-2park.md. A new call is in the table, or this
 * fails.
 */
import { expect, test } from 'vitest'
import { calls } from '#modules/twopark/calls.ts'
import { delegateOf, invite, someone, tokenFor } from './delegating.ts'
import { mondayAtTen, openTown } from './open-town.ts'
import { park } from './parking.ts'
import { makeToken } from './programs.ts'
import { tenAndTwenty } from './topping-up.ts'
import { neighbour, type Neighbour } from './two-park/neighbours.ts'
import {
  favouriteData,
  openSpeaker,
  speaking,
  startData,
  wireTime,
  type Fields,
  type Speaker,
} from './two-park/speaker.ts'

const town = await openTown()
const roles = ['nobody', 'stranger', 'delegate', 'reading', 'parking', 'owner'] as const
type Role = (typeof roles)[number]

type Stage = {
  readonly owner: Neighbour
  readonly delegationId: string
  readonly sessionId: string
  readonly speakers: Readonly<Record<Role, Speaker>>
}

async function setStage(): Promise<Stage> {
  const owner = await neighbour(town, {
    delegations: 'plateOptional',
    topUps: { options: tenAndTwenty },
  })
  const { delegate, delegationId } = await delegateOf(town, owner, { allotment: 10_00 })
  const { body } = await park(owner, 'OWN1')
  return {
    owner,
    delegationId,
    sessionId: body.id,
    speakers: {
      nobody: await openSpeaker(town.app),
      stranger: await speaking(town.app, await neighbour(town)),
      delegate: await speaking(town.app, delegate),
      // The owner's own, by a token of each scope in the place of the password.
      reading: await byToken(owner, 'read'),
      parking: await byToken(owner, 'park'),
      owner: await speaking(town.app, owner),
    },
  }
}

async function byToken(owner: Neighbour, scope: 'read' | 'park') {
  const { secret: password } = await makeToken(owner, { scope })
  return speaking(town.app, { email: owner.email, password })
}

const end = wireTime(mondayAtTen.add({ hours: 2 }))

/** What each call takes; where nothing stands, the product. */
const fields: Readonly<Record<string, (stage: Stage) => Fields | Promise<Fields>>> = {
  check_credentials: ({ owner: { email, password } }) => ({ email, password }),
  start_action: ({ owner }) => {
    const wish = { plate: 'NEW1', start: wireTime(mondayAtTen), end, location: '' }
    return { product_id: owner.wireId, data: startData(wish) }
  },
  extend_action: ({ owner, sessionId }) => ({
    product_id: owner.wireId,
    action_id: sessionId,
    VALID_UNTIL: end,
  }),
  stop_action: ({ owner, sessionId }) => ({ product_id: owner.wireId, action_id: sessionId }),
  handle_favorite: ({ owner }) => ({
    product_id: owner.wireId,
    data: favouriteData('add', 'FAV1', 'Oma'),
  }),
  set_threshold: ({ owner }) => ({
    threshold_value: '5.00',
    autonomous_product_id: owner.wireId,
  }),
  start_transaction: ({ owner }) => ({ product_id: owner.wireId, pay_amount: '10.00' }),
  send_apk_grant_email: ({ owner }) => {
    const grt_parameters = [{ prr_label: 'GRT_EMAIL', prr_value: someone() }]
    return { product_id: owner.wireId, data: JSON.stringify({ grant: { grt_parameters } }) }
  },
  remove_grant: ({ owner, delegationId }) => ({
    product_id: owner.wireId,
    grt_identifier: delegationId,
  }),
  force_single_active_action_product: ({ owner }) => ({
    product_id: owner.wireId,
    mbr_ident: 'OWN1',
  }),
  get_apk_grant_information: keyOfAnother,
  add_apk_grant_product_automatic: keyOfAnother,
}

/** Sent to somebody who is none of these. */
async function keyOfAnother({ owner }: Stage): Promise<Fields> {
  const email = someone()
  await invite(owner, { email })
  return { agk_key: await tokenFor(town, email) }
}

/** These take away what others are asked about, or make everybody the owner. */
const last = ['stop_action', 'remove_product_and_grant', 'remove_grant', 'check_credentials']
const names = Object.keys(calls).toSorted((a, b) => a.localeCompare(b))

const answers = new Map<string, Readonly<Record<Role, string>>>()
const stage = await setStage()
for (const name of [...names.filter((each) => !last.includes(each)), ...last]) {
  const sent = (await fields[name]?.(stage)) ?? { product_id: stage.owner.wireId }
  // The owner last: what they do may take it from the others.
  const given: Record<string, string> = {}
  for (const role of roles) {
    const { major, minor } = await stage.speakers[role].ask(name, sent)
    given[role] = `${major} ${minor}`
  }
  // Each role was asked.
  answers.set(name, given as Record<Role, string>)
}

test('every call answers everybody as the table says', async () => {
  await expect(asTable()).toMatchFileSnapshot('../../../docs/reference/who-may-by-2park.md')
})

const signed = Object.entries(calls).flatMap(([name, { isOpen }]) => (isOpen ? [] : [name]))

test.each(signed)('%s is a time-out to nobody', (name) => {
  expect(answers.get(name)?.nobody).toBe('FAIL SESSION_TIMEOUT')
})

/** Of no product in particular, but of whoever asks. */
const ofOneself = new Set([
  'get_categories',
  'get_activations',
  'get_payment_status',
  'send_action_history_mail',
  'send_mutation_history_mail',
])

test.each(signed.filter((name) => !ofOneself.has(name)))(
  "%s finds nothing of somebody else's",
  (name) => {
    expect(answers.get(name)?.stranger).toMatch(/^FAIL /)
  },
)

function asTable(): string {
  const rows = names.map((name) => [
    `\`${name}\``,
    ...roles.map((role) => answers.get(name)?.[role] ?? ''),
  ])
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const head = ['call', 'nobody', 'stranger', 'delegate', 'reading token', 'parking token', 'owner']
  return `# Who may call what by the 2Park protocol

Written by \`apps/server/test/who-may-by-2park.test.ts\`, which makes every call as everybody on something of the owner's. What is not
somebody's is answered as if it did not exist. The tokens are the owner's.

${line(head)}
${line(head.map(() => '---'))}
${rows.map(line).join('\n')}
`
}
