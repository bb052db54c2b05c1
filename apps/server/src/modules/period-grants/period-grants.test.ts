import { amount } from '@2park/domain/amount'
import { describe, expect, test } from 'vitest'
import type { Given } from '../../../test/arrange.ts'
import { openTown, type Resident } from '../../../test/open-town.ts'
import { grantPeriod } from './index.ts'
import { grantPeriods } from './period-grants.commands.ts'

const town = await openTown()
const at = (text: string) => Temporal.Instant.from(text)
const world = { db: town.db, now: () => town.now }

/** Issued on a day in the middle of March, with 10 hours a quarter unless it is said. */
async function holder(given: Partial<Given> = {}): Promise<Resident> {
  town.now = at('2026-03-16T10:00+01:00')
  const anna = await town.resident({
    unit: 'time',
    balance: 0,
    balancePeriod: 'quarter',
    periodGrant: { amount: amount(36_000), unused: 'lapses' },
    ...given,
  })
  await grant(anna)
  return anna
}

function grant({ productId }: Resident) {
  const due = { productId, at: town.now }
  return town.db.transaction().execute((tx) => grantPeriod(tx, due))
}

async function balanceOf({ productId }: Resident): Promise<number | null | undefined> {
  const rows = await town.db
    .selectFrom('ledger_accounts')
    .select('balance')
    .where('product_id', '=', productId)
    .execute()
  return rows[0]?.balance
}

/** Parks for two hours from now, which costs as many of the balance. */
async function park(anna: Resident): Promise<void> {
  const { call } = await town.signIn(anna)
  const { status } = await call('POST /products/{productId}/parking-sessions', {
    params: { productId: anna.productId },
    body: {
      plate: { number: `P${town.now.epochMilliseconds}` },
      end: town.now.add({ hours: 2 }).toString(),
    },
  })
  expect(status).toBe(201)
}

describe('P3: a balance period', () => {
  test('gives its whole balance at once to a product that is issued in the middle of it', async () => {
    const anna = await holder()
    expect(await balanceOf(anna)).toBe(36_000)
    await grant(anna)
    expect(await balanceOf(anna)).toBe(36_000)
  })

  test.each([
    ['lapses', 36_000],
    ['carriesOver', 28_800 + 36_000],
  ] as const)('that begins gives anew, and what is left %s', async (unused, expected) => {
    const anna = await holder({ periodGrant: { amount: amount(36_000), unused } })
    await park(anna)
    town.now = at('2026-03-31T23:59:59.999+02:00')
    await grantPeriods(world)
    expect(await balanceOf(anna)).toBe(28_800)
    // Midnight by the municipality's clock, which has its summer time by then.
    town.now = at('2026-04-01T00:00+02:00')
    await grantPeriods(world)
    expect(await balanceOf(anna)).toBe(expected)
  })

  test.each([
    ['month', '2026-04-01T00:00+02:00'],
    ['year', '2027-01-01T00:00+01:00'],
    ['productYear', '2026-09-05T00:00+02:00'],
  ] as const)('of a %s begins at %s', async (balancePeriod, begins) => {
    const valid = { start: at('2025-09-05T00:00+02:00'), end: at('2029-01-01T00:00+01:00') }
    const periodGrant = { amount: amount(36_000), unused: 'carriesOver' } as const
    const anna = await holder({ balancePeriod, valid, periodGrant })
    town.now = at(begins).subtract({ milliseconds: 1 })
    await grantPeriods(world)
    expect(await balanceOf(anna)).toBe(36_000)
    town.now = at(begins)
    await grantPeriods(world)
    expect(await balanceOf(anna)).toBe(72_000)
  })

  test('is caught up with one by one after the server was away, and is in the ledger at its time', async () => {
    const periodGrant = { amount: amount(36_000), unused: 'carriesOver' } as const
    const anna = await holder({ periodGrant })
    town.now = at('2026-11-20T10:00+01:00')
    await grantPeriods(world)
    expect(await balanceOf(anna)).toBe(4 * 36_000)
    const entries = await town.db
      .selectFrom('ledger_entries')
      .select(['step', 'occurred_at'])
      .where('cause_id', '=', anna.productId)
      .where('version', 'is not', null)
      .orderBy('version')
      .execute()
    expect(entries.map(({ step, occurred_at }) => `${step}: ${occurred_at}`)).toEqual([
      'grant 2026-01-01: 2026-03-16T09:00:00Z',
      'grant 2026-04-01: 2026-03-31T22:00:00Z',
      'grant 2026-07-01: 2026-06-30T22:00:00Z',
      'grant 2026-10-01: 2026-09-30T22:00:00Z',
    ])
  })

  // The guarantee: a late job changes nothing of what a timely one would have left.
  test('that is given late is charged for what was parked in it', async () => {
    const anna = await holder()
    town.now = at('2026-04-01T10:00+02:00')
    await park(anna)
    await grantPeriods(world)
    expect(await balanceOf(anna)).toBe(28_800)
  })

  test('is given once by ten processes at the same moment', async () => {
    const anna = await holder()
    town.now = at('2026-04-01T00:00+02:00')
    await Promise.all(Array.from({ length: 10 }, () => grantPeriods(world)))
    expect(await balanceOf(anna)).toBe(36_000)
  })

  test('that begins after the end of the product gives nothing', async () => {
    const valid = { start: at('2026-01-01T00:00+01:00'), end: at('2026-04-01T00:00+02:00') }
    const anna = await holder({ valid })
    town.now = at('2026-07-01T10:00+02:00')
    await grantPeriods(world)
    expect(await balanceOf(anna)).toBe(36_000)
  })

  test('gives a product that begins later what its first period gives', async () => {
    const valid = { start: at('2026-05-01T00:00+02:00'), end: at('2027-05-01T00:00+02:00') }
    const anna = await holder({ valid })
    expect(await balanceOf(anna)).toBe(36_000)
    town.now = at('2026-05-01T00:00+02:00')
    await grantPeriods(world)
    expect(await balanceOf(anna)).toBe(36_000)
  })

  test('gives nothing where the product type says so', async () => {
    const anna = await holder({ periodGrant: undefined, balance: 7 })
    expect(await balanceOf(anna)).toBe(7)
  })
})
