import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { issued, linkAll, openShop } from '../../../test/shop-desk.ts'

const town = await openTown()
const aDay = { hours: 24 }

beforeEach(() => {
  town.now = mondayAtTen
})

test('M7: a blocked product is listed, can be removed, and is shown again when it is unblocked', async () => {
  const chantal = await town.resident({ blockedAt: mondayAtTen.subtract(aDay) })
  expect(await states(chantal)).toEqual(['blocked'])
  expect((await remove(chantal)).status).toBe(204)
  expect(await states(chantal)).toEqual([])
  const params = { productId: chantal.productId }
  expect((await chantal.call('GET /products/{productId}', { params })).status).toBe(200)

  await block(chantal, null)
  expect(await states(chantal)).toEqual(['active'])
  town.now = mondayAtTen.add({ minutes: 10 })
  await block(chantal, town.now)
  expect(await states(chantal)).toEqual(['blocked'])
})

test('M7: an expired product can be removed, and renewed and expired again it is shown', async () => {
  const start = mondayAtTen.subtract(aDay)
  const valid = { start, end: mondayAtTen.add({ minutes: 5 }) }
  const anna = await town.resident({ valid })
  town.now = mondayAtTen.add({ minutes: 5 })
  expect(await states(anna)).toEqual(['expired'])
  expect((await remove(anna)).status).toBe(204)
  expect((await remove(anna)).status).toBe(204)
  expect(await states(anna)).toEqual([])

  await renew(anna, town.now.add({ minutes: 10 }))
  expect(await states(anna)).toEqual(['active'])
  town.now = town.now.add({ minutes: 15 })
  expect(await states(anna)).toEqual(['expired'])
})

test('M7: a product that its shop ended can be removed, and is shown no more', async () => {
  const person = await town.resident({ blockedAt: mondayAtTen })
  await remove(person)
  const { call } = await openShop(town)
  const productId = await issued(call, person.email)
  await linkAll(town, person)
  const anna = { ...person, productId }
  town.now = mondayAtTen.add({ minutes: 5 })
  await call('POST /permit-shop/products/{productId}/_end', { params: { productId } })
  expect(await states(anna)).toEqual(['expired'])
  expect((await remove(anna)).status).toBe(204)
  expect(await states(anna)).toEqual([])
})

test('M7: a product that can be used is not removed', async () => {
  const anna = await town.resident()
  expect(await remove(anna)).toMatchObject({ status: 409, body: { code: 'productUsable' } })
  const end = mondayAtTen.add({ hours: 48 })
  const upcoming = await town.resident({ valid: { start: mondayAtTen.add(aDay), end } })
  expect(await remove(upcoming)).toMatchObject({ status: 409, body: { code: 'productUsable' } })
})

test('M7: a product is not removed from sight while something is parked on it', async () => {
  const anna = await town.resident()
  const params = { productId: anna.productId }
  const body = { plate: { number: 'GBB01B' }, end: town.now.add({ hours: 1 }).toString() }
  const { body: session } = await anna.call('POST /products/{productId}/parking-sessions', {
    params,
    body,
  })
  await block(anna, town.now)
  expect(await remove(anna)).toMatchObject({ status: 409, body: { code: 'productInUse' } })
  await anna.call('POST /parking-sessions/{parkingSessionId}/_stop', {
    params: { parkingSessionId: session.id },
  })
  expect((await remove(anna)).status).toBe(204)
})

test("M7: removing is one's own affair, and is in the audit trail", async () => {
  const anna = await town.resident({ blockedAt: mondayAtTen.subtract(aDay) })
  const eve = await town.resident()
  expect((await remove({ ...eve, productId: anna.productId })).status).toBe(404)
  expect(await states(anna)).toEqual(['blocked'])
  await remove(anna)
  const trail = await town.db
    .selectFrom('audit_entries')
    .select('action')
    .where('subject_id', '=', anna.productId)
    .execute()
  expect(trail).toContainEqual({ action: 'productRemoved' })
})

function remove({ call, productId }: Resident) {
  return call('DELETE /products/{productId}', { params: { productId } })
}

async function states({ call }: Resident) {
  return (await call('GET /products')).body.products.map(({ state }) => state)
}

async function block({ productId }: Resident, at: Temporal.Instant | null) {
  const products = town.db.updateTable('products').set({ blocked_at: at })
  await products.where('id', '=', productId).execute()
}

async function renew({ productId }: Resident, until: Temporal.Instant) {
  await sql`
    update products set valid = tstzrange(lower(valid), ${until}) where id = ${productId}
  `.execute(town.db)
}
