import { beforeEach, describe, expect, test } from 'vitest'
import { linkMailsPerAddress } from '#modules/links/index.ts'
import { blockProduct } from '#modules/products/index.ts'
import {
  delegateOf,
  invite,
  listDelegations,
  resend,
  revoke,
  someone,
  tokenFor,
} from '../../../test/delegating.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { mailsPerDay } from './mail-limit.ts'

const town = await openTown()
const tenMinutesMore = {
  start: mondayAtTen.subtract({ hours: 2 }),
  end: mondayAtTen.add({ minutes: 10 }),
}
const allowed = { delegations: 'plateOptional' } as const

beforeEach(() => {
  town.now = mondayAtTen
})

describe('sending the mail again', () => {
  test('J3: brings a new link, and the former one opens nothing any more', async () => {
    const anna = await town.resident(allowed)
    const person = await town.resident()
    const { body } = await invite(anna, { email: person.email })
    const former = await tokenFor(town, person.email)
    town.now = mondayAtTen.add({ minutes: 5 })
    const again = await resend(anna, body.delegation.id)
    expect(again).toMatchObject({ status: 200, body: { mailedAt: town.now.toString() } })
    const accept = (token: string) => person.call('POST /links/_accept', { body: { token } })
    expect(await accept(former)).toMatchObject({ body: { code: 'linkSuperseded' } })
    expect(await accept(await tokenFor(town, person.email))).toMatchObject({ status: 200 })
  })

  test('is refused within a minute, once it was accepted, and after the end', async () => {
    const anna = await town.resident(allowed)
    const { body } = await invite(anna, { email: someone() })
    const soon = await resend(anna, body.delegation.id)
    expect(soon).toMatchObject({ status: 429, body: { code: 'tooManyRequests' } })
    expect(soon.headers).toMatchObject({
      'retry-after': '60',
      'ratelimit-policy': '"default";q=1;w=60',
      ratelimit: '"default";r=0;t=60',
    })
    await revoke(anna, body.delegation.id)
    const late = await resend(anna, body.delegation.id)
    expect(late).toMatchObject({ status: 409, body: { code: 'delegationRevoked' } })
    const { delegationId } = await delegateOf(town, anna)
    const needless = await resend(anna, delegationId)
    expect(needless).toMatchObject({ status: 409, body: { code: 'delegationAccepted' } })
  })
})

describe('sending the mail of a product that has changed', () => {
  const changes = {
    delegationNotOffered: (anna: Resident) =>
      town.db
        .updateTable('product_types')
        .set({ delegations: 'notAllowed' })
        .where('organisation_id', '=', anna.organisationId)
        .execute(),
    blocked: (anna: Resident) => blockProduct(town.db, anna.productId, town.now),
    expired: async () => {
      town.now = tenMinutesMore.end
    },
  }

  test.each(['delegationNotOffered', 'blocked', 'expired'] as const)(
    'is refused where by now it would not be given: %s',
    async (code) => {
      const anna = await town.resident({ ...allowed, valid: tenMinutesMore })
      const email = someone()
      const { body } = await invite(anna, { email })
      town.now = mondayAtTen.add({ minutes: 5 })
      await changes[code](anna)
      const answer = await resend(anna, body.delegation.id)
      expect(answer).toMatchObject({ status: 409, body: { code, reasons: [{ code }] } })
      expect(await town.mailsTo(email)).toHaveLength(1)
    },
  )
})

describe('so many mails to one address', () => {
  test('J3: and no more in a quarter of an hour, invited anew or sent again', async () => {
    const anna = await town.resident(allowed)
    const email = someone()
    const { body } = await invite(anna, { email })
    // What is refused is no mail, and does not count.
    for (let turn = 0; turn < mailsPerDay; turn++) await resend(anna, body.delegation.id)
    for (let turn = 1; turn < linkMailsPerAddress; turn++) {
      const former = (await listDelegations(anna)).find(({ state }) => state === 'pending')
      await revoke(anna, former?.id ?? '')
      expect((await invite(anna, { email })).status).toBe(201)
    }
    const bram = await town.resident(allowed)
    expect(await invite(bram, { email })).toMatchObject({
      status: 429,
      body: { code: 'tooManyRequests' },
    })
    const tries = await town.mailsTo(email)
    expect(tries).toHaveLength(linkMailsPerAddress)
    town.now = mondayAtTen.add({ minutes: 15 })
    expect((await invite(bram, { email })).status).toBe(201)
  })

  test('J3: and no more in a day, however patiently they are sent again', async () => {
    const anna = await town.resident(allowed)
    const email = someone()
    const { body } = await invite(anna, { email })
    for (let turn = 1; turn < mailsPerDay; turn++) {
      town.now = town.now.add({ minutes: 5 })
      expect((await resend(anna, body.delegation.id)).status).toBe(200)
    }
    town.now = town.now.add({ minutes: 5 })
    expect(await resend(anna, body.delegation.id)).toMatchObject({
      status: 429,
      body: { code: 'tooManyRequests' },
    })
    expect(await town.mailsTo(email)).toHaveLength(mailsPerDay)
    town.now = mondayAtTen.add({ hours: 24 })
    const again = { ...(await town.signIn(anna)), productId: anna.productId }
    expect((await resend(again, body.delegation.id)).status).toBe(200)
  })
})
