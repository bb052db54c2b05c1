import { plate } from '@2park/domain/plate'
import { beforeEach, describe, expect, test } from 'vitest'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { changeProduct } from './index.ts'

const town = await openTown()
const twoCars = { kind: 'plateSwitch', unit: 'none', plates: ['RED1', 'BLUE1'] } as const

beforeEach(() => {
  town.now = mondayAtTen
})

describe('a resident product with several plates', () => {
  test('A11, O1: has none active until one is chosen, and then that one', async () => {
    const anna = await town.resident(twoCars)
    expect(await shown(anna)).toMatchObject({
      kind: 'plateSwitch',
      plates: [nl('BLUE1'), nl('RED1')],
      balance: { unit: 'none', value: 0 },
    })
    expect(await shown(anna)).not.toHaveProperty('activePlate')

    const chosen = await choose(anna, 'red-1')
    expect(chosen).toMatchObject({
      status: 200,
      body: { plate: nl('RED1'), since: '2026-03-02T09:00:00Z' },
    })
    expect(await shown(anna)).toMatchObject({ activePlate: nl('RED1') })
    town.now = mondayAtTen.add({ minutes: 10 })
    await choose(anna, 'BLUE1')
    expect(await shown(anna)).toMatchObject({ activePlate: nl('BLUE1') })
  })

  test('O1: to choose what is active already changes nothing', async () => {
    const anna = await town.resident(twoCars)
    await choose(anna, 'RED1')
    town.now = mondayAtTen.add({ minutes: 10 })
    expect((await choose(anna, 'RED1')).body.since).toBe('2026-03-02T09:00:00Z')
    expect(await trailOf(anna)).toHaveLength(1)
  })

  test('O1: a retry is one switch, with the same answer', async () => {
    const anna = await town.resident(twoCars)
    const first = await choose(anna, 'RED1', 'once')
    town.now = mondayAtTen.add({ minutes: 10 })
    expect((await choose(anna, 'RED1', 'once')).body).toEqual(first.body)
    expect((await choose(anna, 'BLUE1', 'once')).body.code).toBe('idempotencyKeyReused')
  })

  test('O1: fifty devices at once end in one state', async () => {
    const anna = await town.resident(twoCars)
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => choose(anna, n % 2 === 0 ? 'RED1' : 'BLUE1')),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const active = await town.db
      .selectFrom('active_plates')
      .select('plate')
      .where('product_id', '=', anna.productId)
      .where('ends_at', 'is', null)
      .execute()
    expect(active).toHaveLength(1)
    expect(await shown(anna)).toMatchObject({ activePlate: nl(active[0]?.plate ?? '') })
  })

  test('O1: another plate than its own is refused, at its field', async () => {
    const anna = await town.resident(twoCars)
    expect(await choose(anna, 'GREEN1')).toMatchObject({
      status: 400,
      body: { errors: [{ in: 'body', pointer: '/plate', code: 'notAllowed' }] },
    })
    expect(await choose(anna, '--')).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/plate/number', code: 'plate' }] },
    })
  })

  test('is refused on a product that is blocked or has expired', async () => {
    const blocked = await town.resident({ ...twoCars, blockedAt: mondayAtTen })
    expect((await choose(blocked, 'RED1')).body.code).toBe('blocked')
    const past = mondayAtTen.subtract({ hours: 1 })
    const valid = { start: past.subtract({ hours: 1 }), end: past }
    const expired = await town.resident({ ...twoCars, valid })
    expect((await choose(expired, 'RED1')).body.code).toBe('expired')
  })

  test("is the holder's own affair, and of this kind of product only", async () => {
    const anna = await town.resident(twoCars)
    const eve = await town.resident({ kind: 'temporaryPlate', unit: 'none', plates: ['EVE1'] })
    expect((await choose({ ...eve, productId: anna.productId }, 'RED1')).status).toBe(404)
    expect((await choose(eve, 'EVE1')).body.code).toBe('plateSwitchNotOffered')
    const visitors = await town.resident()
    expect((await choose(visitors, 'RED1')).body.code).toBe('plateSwitchNotOffered')
    expect(await shown(visitors)).not.toHaveProperty('plates')
  })

  test('is in the audit trail without a plate', async () => {
    const anna = await town.resident(twoCars)
    await choose(anna, 'RED1')
    const trail = await trailOf(anna)
    expect(trail).toMatchObject([{ subject_id: anna.productId, account_id: anna.accountId }])
    expect(JSON.stringify(trail)).not.toContain('RED1')
  })
})

describe('the plates that a product is issued for', () => {
  test('O1: the only one is active without a choice', async () => {
    const anna = await town.resident({ ...twoCars, plates: ['RED1'] })
    expect(await shown(anna)).toMatchObject({ activePlate: nl('RED1') })
  })

  test('O1: one that the shop takes off is active no more, and the only one left is', async () => {
    const anna = await town.resident(twoCars)
    await choose(anna, 'RED1')
    town.now = mondayAtTen.add({ minutes: 10 })
    await issueFor(anna, ['BLUE1', 'GREEN1'])
    expect(await shown(anna)).not.toHaveProperty('activePlate')
    await issueFor(anna, ['GREEN1'])
    expect(await shown(anna)).toMatchObject({ activePlate: nl('GREEN1') })
    await issueFor(anna, ['GREEN1', 'RED1'])
    expect(await shown(anna)).toMatchObject({ activePlate: nl('GREEN1') })
  })
})

async function issueFor({ productId }: Resident, numbers: readonly string[]): Promise<void> {
  const change = { plates: numbers.map((number) => plate(number)), at: town.now }
  await town.db.transaction().execute((tx) => changeProduct(tx, productId, change))
}

function choose({ call, productId }: Resident, number: string, key?: string) {
  const sent = { params: { productId }, body: { plate: { number } }, ...(key && { key }) }
  return call('PUT /products/{productId}/active-plate', sent)
}

async function shown({ call, productId }: Resident) {
  return (await call('GET /products/{productId}', { params: { productId } })).body
}

async function trailOf({ productId }: Resident) {
  return town.db
    .selectFrom('audit_entries')
    .selectAll()
    .where('subject_id', '=', productId)
    .where('action', '=', 'plateSwitched')
    .execute()
}

function nl(number: string) {
  return { number, country: 'NL' }
}
