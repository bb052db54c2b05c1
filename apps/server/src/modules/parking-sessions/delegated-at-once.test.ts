/** A holder and their delegates at once, on the real database, each with a connection of its own. */
import { beforeEach, describe, expect, test } from 'vitest'
import { balanceOf, changePart, delegateOf, productOf, revoke } from '../../../test/delegating.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { tally } from '../../../test/tally.ts'

const town = await openTown()
const allowed = { delegations: 'plateOptional' } as const
const many = Array.from({ length: 50 }, (_, index) => index)
const anHour = 240

beforeEach(() => {
  town.now = mondayAtTen
})

describe('fifty bookings in one instant, of a holder and two delegates', () => {
  test('G2, P1, J5: share the last cent of a shared balance: one spends it', async () => {
    const { crowd, anna } = await crowdOf({ balance: anHour })
    const answers = await Promise.all(many.map((n) => start(crowd, n)))
    expect(tally(answers)).toEqual({ 201: 1, balance: 49 })
    expect(await balanceOf(anna)).toBe(0)
  })

  test('P1, J5: spend a shared balance to the last session that it affords', async () => {
    const { crowd, anna } = await crowdOf({ balance: 7 * anHour + 239 })
    const answers = await Promise.all(many.map((n) => start(crowd, n)))
    expect(tally(answers)).toEqual({ 201: 7, balance: 43 })
    expect(await balanceOf(anna)).toBe(239)
  })

  test.each([{}, { allotment: 40_00 }])('G4: share the last place, with %j', async (wish) => {
    const { crowd } = await crowdOf({ rules: { maxConcurrent: 1 } }, wish)
    const answers = await Promise.all(many.map((n) => start(crowd, n)))
    expect(tally(answers)).toEqual({ 201: 1, maxConcurrent: 49 })
  })

  test('P1, J5: spend each their own part, to the last cent', async () => {
    const { crowd, anna } = await crowdOf({ balance: 6 * anHour }, { allotment: 2 * anHour })
    const answers = await Promise.all(many.map((n) => start(crowd, n)))
    expect(tally(answers)).toEqual({ 201: 6, balance: 44 })
    for (const who of [anna, ...crowd]) expect(await balanceOf(who)).toBe(0)
  })

  test('of one plate: one is parked', async () => {
    const { crowd } = await crowdOf({})
    const answers = await Promise.all(many.map((n) => start(crowd, n, 'ONE1')))
    expect(tally(answers)).toEqual({ 201: 1, plateAlreadyParked: 49 })
  })
})

describe('revoking while it is parked on', () => {
  // Whatever came first: no cent is lost, and nothing begins after the answer to revoking.
  test.each([{}, { allotment: 40_00 }])('J6: lets in what was quicker, with %j', async (wish) => {
    const anna = await town.resident({ ...allowed, balance: 100_00 })
    const { delegate, delegationId } = await delegateOf(town, anna, wish)
    const [revoked, ...answers] = await Promise.all([
      revoke(anna, delegationId),
      ...many.map((n) => start([delegate], n)),
    ])
    expect(revoked.status).toBe(200)
    const { 201: begun = 0, revoked: refused = 0 } = tally(answers)
    expect(begun + refused).toBe(50 - (tally(answers)['balance'] ?? 0))
    const counts = (await productOf(anna)).body.counts
    expect(counts.running).toBe(begun)
    expect(await balanceOf(anna)).toBe(100_00 - begun * anHour)
    expect(tally([await start([delegate], 50)])).toEqual({ revoked: 1 })
  })

  test('J5: changing the part meanwhile loses no cent', async () => {
    const anna = await town.resident({ ...allowed, balance: 100_00 })
    const { delegate, delegationId } = await delegateOf(town, anna, { allotment: 50_00 })
    const answers = await Promise.all([
      ...many.slice(0, 20).map((n) => start([delegate], n)),
      ...[60_00, 0, 20_00, 1_00].map((part) => changePart(anna, delegationId, part)),
      ...many.slice(20, 30).map((n) => start([anna], n)),
    ])
    for (const { status } of answers) expect([200, 201, 409]).toContain(status)
    const { running } = (await productOf(anna)).body.counts
    const left = (await balanceOf(anna)) + (await balanceOf(delegate))
    expect(left).toBe(100_00 - running * anHour)
  })
})

/** A holder and two delegates, who take turns. */
async function crowdOf(
  given: Parameters<typeof town.resident>[0],
  wish: { allotment?: number } = {},
) {
  const anna = await town.resident({ ...allowed, ...given })
  const { delegate: first } = await delegateOf(town, anna, wish)
  const { delegate: second } = await delegateOf(town, anna, wish)
  return { anna, crowd: [anna, first, second] }
}

function start(crowd: readonly Resident[], n: number, number = `PL${n}`) {
  const who = crowd[n % crowd.length]
  if (!who) throw new Error('nobody is there')
  const body = { plate: { number }, end: town.now.add({ hours: 1 }).toString() }
  const params = { productId: who.productId }
  return who.call('POST /products/{productId}/parking-sessions', { params, body })
}
