/** What becomes of the plate of a delegation when nobody revokes it (K7, J6). */
import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { forgetting } from '#jobs/forgetting.ts'
import { changeProduct } from '#modules/products/index.ts'
import {
  balanceOf,
  delegateOf,
  invite,
  listDelegations,
  productsOf,
  someone,
} from '../../../test/delegating.ts'
import { tablesWith } from '../../../test/dump.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { forgetPlates } from './privacy.commands.ts'
import { privacyJobs } from './privacy.jobs.ts'

const town = await openTown()
const world = { db: town.db, now: () => town.now }
const days = (count: number) => ({ hours: count * 24 })

beforeEach(() => {
  town.now = mondayAtTen
})

test('K7, J6: a delegation for one plate ends as long after its product was over, and its part returns', async () => {
  const valid = { start: mondayAtTen, end: mondayAtTen.add(days(10)) }
  const anna = await town.resident({ delegations: 'plateOptional', valid })
  const whole = await balanceOf(anna)
  const { delegate, delegationId } = await delegateOf(town, anna, {
    plate: 'HELPER1',
    allotment: 20_00,
  })
  await invite(anna, { email: someone(), plate: 'HELPER2' })
  const { delegate: anyPlate } = await delegateOf(town, anna)
  expect(await tablesWith(town.db, 'HELPER')).toContain('delegations')

  town.now = valid.end.add(days(91)).subtract({ seconds: 1 })
  await runEveryJob()
  const holder = { ...(await town.signIn(anna)), productId: anna.productId }
  expect(await tablesWith(town.db, 'HELPER')).toEqual(['delegations'])
  expect(await balanceOf(holder)).toBe(whole - 20_00)
  town.now = valid.end.add(days(91))
  await runEveryJob()
  await runEveryJob()
  expect(await tablesWith(town.db, 'HELPER')).toEqual([])
  expect(await balanceOf(holder)).toBe(whole)
  const states = (await listDelegations(holder)).map(({ state }) => state)
  expect(states.toSorted()).toEqual(['accepted', 'revoked', 'revoked'])
  const ids = async (person: Resident) =>
    (await productsOf(await town.signIn(person))).map(({ id }) => id)
  expect(await ids(delegate)).not.toContain(anna.productId)
  expect(await ids(anyPlate)).toContain(anna.productId)
  const trail = await town.db
    .selectFrom('audit_entries')
    .select(['action', 'account_id'])
    .where('subject_id', '=', delegationId)
    .orderBy('id', 'desc')
    .execute()
  expect(trail[0]).toEqual({ action: 'delegationEnded', account_id: null })
  expect(trail.filter(({ action }) => action === 'delegationEnded')).toHaveLength(1)
})

test('K7: it ends sooner where the municipality keeps plates for less long', async () => {
  const valid = { start: mondayAtTen, end: mondayAtTen.add(days(10)) }
  const anna = await town.resident({ delegations: 'plateOptional', valid })
  const { id } = (await invite(anna, { email: someone(), plate: 'SOONER1' })).body.delegation
  await town.db
    .updateTable('organisations')
    .set({ plate_days: 2 })
    .where('id', '=', anna.organisationId)
    .execute()
  const find = town.db.selectFrom('delegations').select(['plate', 'revoked_at as revokedAt'])
  const now = () => find.where('id', '=', id).executeTakeFirst()
  town.now = valid.end.add(days(2)).subtract({ seconds: 1 })
  await forgetPlates(world)
  expect(await now()).toEqual({ plate: 'SOONER1', revokedAt: null })
  town.now = valid.end.add(days(2))
  await forgetPlates(world)
  expect(await now()).toEqual({ plate: null, revokedAt: town.now })
})

test('K7: a delegation for one plate goes on where its product was renewed in time, and where it never ends', async () => {
  const ending = { start: mondayAtTen, end: mondayAtTen.add(days(10)) }
  const anna = await town.resident({ delegations: 'plateOptional', valid: ending })
  const bram = await town.resident({ delegations: 'plateOptional' })
  for (const holder of [anna, bram]) await invite(holder, { email: someone(), plate: 'STAYS1' })
  town.now = ending.end.add(days(90))
  const renewed = { valid: { start: ending.start, end: town.now.add(days(30)) }, at: town.now }
  await town.db.transaction().execute((tx) => changeProduct(tx, anna.productId, renewed))
  town.now = town.now.add(days(10))
  await forgetPlates(world)
  for (const holder of [anna, bram]) {
    const { call } = await town.signIn(holder)
    expect(await listDelegations({ ...holder, call })).toMatchObject([
      { state: 'pending', plate: { number: 'STAYS1' } },
    ])
  }
})

test('K7: a plate that only a delegate might park goes as long after that was revoked', async () => {
  const anna = await town.resident()
  const { id } = await town.db
    .insertInto('delegations')
    .values({
      id: randomUUIDv7(),
      organisation_id: anna.organisationId,
      product_id: anna.productId,
      email: 'bea@example.com',
      language: 'nl',
      plate: 'BEAS1',
      country: 'NL',
      invited_at: town.now,
      mailed_at: town.now,
      delegate_id: null,
      accepted_at: null,
      revoked_at: town.now,
      revoked_by: anna.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const plate = async () => {
    const one = town.db.selectFrom('delegations').select('plate').where('id', '=', id)
    return (await one.executeTakeFirstOrThrow()).plate
  }
  town.now = mondayAtTen.add(days(91)).subtract({ seconds: 1 })
  await forgetPlates(world)
  expect(await plate()).toBe('BEAS1')
  town.now = mondayAtTen.add(days(91))
  await forgetPlates(world)
  expect(await plate()).toBeNull()
})

async function runEveryJob(): Promise<void> {
  for (const { run } of [...forgetting, ...privacyJobs]) await run(world)
}
