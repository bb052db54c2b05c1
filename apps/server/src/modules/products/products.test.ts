import { beforeEach, describe, expect, test } from 'vitest'
import { arrangeResident } from '../../../test/arrange.ts'
import { invite, tokenFor } from '../../../test/delegating.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { periodOn, type BalancePeriod } from './balance-period.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

describe('the products of a resident', () => {
  test('B1: have their municipality, place, balance, counts and rules', async () => {
    const rules = { maxDurationSeconds: 7200, maxConcurrent: 2 }
    const anna = await town.resident({ unit: 'time', balance: 3600, rules })
    const { body } = await anna.call('GET /products')
    expect(body.products).toMatchObject([
      {
        id: anna.productId,
        name: 'Bezoekersregeling',
        kind: 'visitor',
        location: 'Centrum',
        organisation: { id: anna.organisationId, timeZone: 'Europe/Amsterdam' },
        state: 'active',
        balance: { unit: 'time', value: 3600 },
        counts: { running: 0, planned: 0 },
        rules: { endOfDayDeactivation: false, extensionAllowed: true, ...rules, maxDaysAhead: 31 },
      },
    ])
  })

  test('are theirs alone', async () => {
    const anna = await town.resident()
    const eve = await town.resident()
    const params = { productId: anna.productId }
    expect(await eve.call('GET /products/{productId}', { params })).toMatchObject({ status: 404 })
    const { body } = await eve.call('GET /products')
    expect(body.products.map(({ id }) => id)).toEqual([eve.productId])
  })

  test('A1: are all there by one sign-in, own and delegated ones, of any municipalities', async () => {
    const anna = await town.resident()
    const other = await arrangeResident(town.db, town.now, { holderId: anna.accountId })
    const holder = await town.resident({ delegations: 'plateOptional' })
    await invite(holder, { email: anna.email })
    const token = await tokenFor(town, anna.email)
    await anna.call('POST /links/_accept', { body: { token } })

    const { body } = await anna.call('GET /products')
    const seen = body.products.map(({ id, organisation }) => `${id} of ${organisation.id}`)
    const expected = [anna, other, holder].map(
      (each) => `${each.productId} of ${each.organisationId}`,
    )
    expect(seen.toSorted()).toEqual(expected.toSorted())
    for (const [index, { id: productId }] of body.products.entries()) {
      const sent = { plate: { number: `A1N${index}` }, end: '2026-03-02T11:00:00+01:00' }
      const call = { params: { productId }, body: sent }
      expect((await anna.call('POST /products/{productId}/parking-sessions', call)).status).toBe(
        201,
      )
    }
  })
})

describe('the state of a product', () => {
  const hours = (n: number) => mondayAtTen.add({ hours: n })
  const blocked = { blockedAt: mondayAtTen }
  test.each([
    { state: 'active', from: -1, until: 1, because: 'now is within its dates' },
    { state: 'active', from: 0, until: 1, because: 'it begins now' },
    { state: 'upcoming', from: 1, until: 2, because: 'it begins later' },
    { state: 'expired', from: -2, until: 0, because: 'it ended just now' },
    { state: 'expired', from: -2, until: -1, blocked, because: 'no asking mends that' },
    { state: 'blocked', from: -1, until: 1, blocked, because: 'it was blocked' },
    { state: 'blocked', from: 1, until: 2, blocked, because: 'waiting does not mend that' },
  ])('is $state: $because', async ({ state, from, until, blocked: how }) => {
    const anna = await town.resident({ valid: { start: hours(from), end: hours(until) }, ...how })
    const params = { productId: anna.productId }
    const { body } = await anna.call('GET /products/{productId}', { params })
    expect(body.state).toBe(state)
  })
})

describe('the period of a balance (P3)', () => {
  const since = '2024-02-29'
  test.each<[BalancePeriod, string, string, string]>([
    ['month', '2026-01-31', '2026-01-01', '2026-02-01'],
    ['month', '2026-12-01', '2026-12-01', '2027-01-01'],
    ['quarter', '2026-01-01', '2026-01-01', '2026-04-01'],
    ['quarter', '2026-11-30', '2026-10-01', '2027-01-01'],
    ['year', '2026-02-28', '2026-01-01', '2027-01-01'],
    ['productYear', '2024-02-29', '2024-02-29', '2025-02-28'],
    ['productYear', '2025-02-27', '2024-02-29', '2025-02-28'],
    ['productYear', '2025-02-28', '2025-02-28', '2026-02-28'],
    ['productYear', '2028-02-28', '2027-02-28', '2028-02-29'],
    ['productYear', '2028-02-29', '2028-02-29', '2029-02-28'],
    ['productYear', '2026-11-23', '2026-02-28', '2027-02-28'],
  ])('of a %s, on %s, is from %s until %s', (period, today, ...expected) => {
    const { startsOn, nextOn } = periodOn(period, dateOf(today), dateOf(since))
    expect([startsOn, nextOn].map(String)).toEqual(expected)
  })
})

function dateOf(date: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(date)
}
