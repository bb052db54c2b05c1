import { amount } from '@2park/domain/amount'
import { describe, expect, test } from 'vitest'
import type { Given } from '../../../test/arrange.ts'
import { openTown } from '../../../test/open-town.ts'
import { change, issue, openShop } from '../../../test/shop-desk.ts'
import { grantPeriods } from './period-grants.commands.ts'

const town = await openTown()
const at = (text: string) => Temporal.Instant.from(text)
const world = { db: town.db, now: () => town.now }
const hours = 36_000

/** A shop that has issued a product for 2026, which is given ten hours a period that carry over. */
async function product(given: Partial<Given> & { readonly validFrom?: string } = {}) {
  const { validFrom = '2026-01-01T00:00:00+01:00', ...offered } = given
  town.now = at('2026-03-16T10:00+01:00')
  const { call } = await openShop(town, {
    unit: 'time',
    balancePeriod: 'year',
    periodGrant: { amount: amount(hours), unused: 'carriesOver' },
    ...offered,
  })
  const { status, body } = await issue(call, { validFrom, validUntil: '2027-01-01T00:00:00+01:00' })
  expect(status).toBe(201)
  const productId = body.id
  return {
    changeTo: async (validity: { readonly validFrom?: string; readonly validUntil?: string }) => {
      expect((await change(call, productId, validity)).status).toBe(200)
    },
    end: async () => {
      const sent = { params: { productId } }
      expect((await call('POST /permit-shop/products/{productId}/_end', sent)).status).toBe(200)
    },
    /** What has been given until then. */
    givenBy: async (moment: string) => {
      town.now = at(moment)
      await grantPeriods(world)
      const accounts = town.db.selectFrom('ledger_accounts').select('balance')
      const account = await accounts.where('product_id', '=', productId).executeTakeFirstOrThrow()
      return account.balance
    },
    lapsed: async () => {
      const entries = town.db.selectFrom('ledger_entries').select('step')
      const steps = await entries.where('cause_id', '=', productId).execute()
      return steps.some(({ step }) => step.startsWith('lapse'))
    },
  }
}

describe('P3: what periods give, when the shop changes the product', () => {
  test('goes on in the years that it is renewed for, and no longer', async () => {
    const { changeTo, givenBy } = await product()
    await changeTo({ validUntil: '2029-01-01T00:00:00+01:00' })
    expect(await givenBy('2026-12-31T23:59:59+01:00')).toBe(hours)
    expect(await givenBy('2027-01-01T00:00:00+01:00')).toBe(2 * hours)
    expect(await givenBy('2031-01-01T00:00:00+01:00')).toBe(3 * hours)
  })

  test('is given for the period that has begun, to a product that is renewed when it was over', async () => {
    const { changeTo, givenBy } = await product()
    expect(await givenBy('2027-02-01T10:00:00+01:00')).toBe(hours)
    await changeTo({ validUntil: '2028-01-01T00:00:00+01:00' })
    expect(await givenBy('2027-02-01T10:01:00+01:00')).toBe(2 * hours)
  })

  test('is nothing for the time between, where it begins anew later', async () => {
    const { changeTo, givenBy } = await product({ balancePeriod: 'month' })
    expect(await givenBy('2027-01-20T10:00:00+01:00')).toBe(10 * hours)
    await changeTo({
      validFrom: '2027-04-15T00:00:00+02:00',
      validUntil: '2028-01-01T00:00:00+01:00',
    })
    expect(await givenBy('2027-04-14T23:59:59+02:00')).toBe(10 * hours)
    expect(await givenBy('2027-04-15T00:00:00+02:00')).toBe(11 * hours)
    expect(await givenBy('2027-05-01T00:00:00+02:00')).toBe(12 * hours)
  })

  test('is given once where it had not begun and begins later', async () => {
    const balancePeriod = 'month'
    const { changeTo, givenBy } = await product({
      balancePeriod,
      validFrom: '2026-04-10T00:00:00+02:00',
    })
    await changeTo({ validFrom: '2026-06-10T00:00:00+02:00' })
    expect(await givenBy('2026-06-30T23:59:59+02:00')).toBe(hours)
    expect(await givenBy('2026-07-01T00:00:00+02:00')).toBe(2 * hours)
  })

  test("follows the product's own years, from the day that it begins", async () => {
    const balancePeriod = 'productYear'
    const { changeTo, givenBy } = await product({ balancePeriod })
    await changeTo({
      validFrom: '2026-02-01T00:00:00+01:00',
      validUntil: '2028-02-01T00:00:00+01:00',
    })
    expect(await givenBy('2027-01-31T23:59:59+01:00')).toBe(hours)
    expect(await givenBy('2027-02-01T00:00:00+01:00')).toBe(2 * hours)
    expect(await givenBy('2028-02-01T00:00:00+01:00')).toBe(2 * hours)
  })

  test('is nothing any more after it is shortened', async () => {
    const { changeTo, givenBy } = await product({ balancePeriod: 'quarter' })
    await changeTo({ validUntil: '2026-04-01T00:00:00+02:00' })
    expect(await givenBy('2026-12-01T10:00:00+01:00')).toBe(hours)
  })

  test('is nothing any more after it is ended, and what is left stays', async () => {
    const periodGrant = { amount: amount(hours), unused: 'lapses' } as const
    const { end, givenBy, lapsed } = await product({ balancePeriod: 'quarter', periodGrant })
    await end()
    expect(await givenBy('2026-12-01T10:00:00+01:00')).toBe(hours)
    expect(await lapsed()).toBe(false)
  })

  // The guarantee: neither waits for the other in a circle.
  test('is right also where the shop changes it at the moment that a period begins', async () => {
    const { changeTo, givenBy } = await product({ balancePeriod: 'month' })
    town.now = at('2026-04-01T00:00+02:00')
    const validUntil = '2026-05-01T00:00:00+02:00'
    await Promise.all([
      ...Array.from({ length: 5 }, () => grantPeriods(world)),
      ...Array.from({ length: 5 }, () => changeTo({ validUntil })),
    ])
    expect(await givenBy('2026-12-01T10:00:00+01:00')).toBe(2 * hours)
  })
})
