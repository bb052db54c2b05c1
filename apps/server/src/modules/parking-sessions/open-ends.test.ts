import { beforeEach, describe, expect, test } from 'vitest'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { stop } from '../../../test/parking.ts'
import { change, issue, linkAll, openShop } from '../../../test/shop-desk.ts'

const town = await openTown()
const summer = '2026-07-01T00:00:00+02:00'

beforeEach(() => {
  town.now = mondayAtTen
})

describe('a session without an end, when the shop changes its product', () => {
  test('H1: lasts longer, or less long, with it', async () => {
    const { shop, anna } = await withSession('none')
    expect(await endOf(anna)).toBe('2027-02-28T23:00:00Z')
    await change(shop.call, anna.productId, { validUntil: '2028-03-01T00:00:00+01:00' })
    expect(await endOf(anna)).toBe('2028-02-29T23:00:00Z')
    await change(shop.call, anna.productId, { validUntil: summer })
    expect(await endOf(anna)).toBe('2026-06-30T22:00:00Z')
  })

  test('H1: is over when that is ended', async () => {
    const { shop, anna } = await withSession('count')
    town.now = mondayAtTen.add({ minutes: 10 })
    const params = { productId: anna.productId }
    await shop.call('POST /permit-shop/products/{productId}/_end', { params })
    expect(await endOf(anna)).toBeUndefined()
    const history = await anna.call('GET /products/{productId}/history/parking-sessions', {
      params,
    })
    expect(history.body.parkingSessions).toMatchObject([
      { start: '2026-03-02T09:00:00Z', end: '2026-03-02T09:10:00Z' },
    ])
  })

  test.each([
    ['shorter', summer, '2026-06-30T22:00:00Z'],
    ['longer', '2028-03-01T00:00:00+01:00', '2028-02-29T23:00:00Z'],
  ])('H1: goes on as long as that, made %s since it was stopped', async (_, validUntil, end) => {
    const { shop, anna, id } = await withSession('none')
    await stop(anna, id)
    await change(shop.call, anna.productId, { validUntil })
    expect(await resume(anna, id)).toMatchObject({ status: 200, body: { end } })
    expect(await endOf(anna)).toBe(end)
  })

  test('H1: does not go on when that was ended since it was stopped', async () => {
    const { shop, anna, id } = await withSession('count')
    await stop(anna, id)
    const params = { productId: anna.productId }
    await shop.call('POST /permit-shop/products/{productId}/_end', { params })
    expect(await resume(anna, id)).toMatchObject({ status: 409, body: { code: 'sessionEnded' } })
    expect(await endOf(anna)).toBeUndefined()
  })

  test('is as it was after a change of something else, and one with an end keeps it', async () => {
    const { shop, anna } = await withSession('none', { end: '2026-03-02T12:00:00+01:00' })
    await change(shop.call, anna.productId, { validUntil: summer })
    expect(await endOf(anna)).toBe('2026-03-02T11:00:00Z')
    const open = await withSession('none')
    await change(open.shop.call, open.anna.productId, { plates: [{ number: 'OWN2' }] })
    expect(await endOf(open.anna)).toBe('2027-02-28T23:00:00Z')
  })
})

async function withSession(unit: 'none' | 'count', times: { readonly end?: string } = {}) {
  const firstGrant = unit === 'count' ? { firstGrant: 5 } : {}
  const shop = await openShop(town, { kind: 'temporaryPlate', unit, ...firstGrant })
  const person = await town.resident()
  await issue(shop.call, { email: person.email, plates: [{ number: 'OWN1' }] })
  const [productId = ''] = await linkAll(town, person)
  const anna = { ...person, productId }
  const { status, body } = await anna.call('POST /products/{productId}/parking-sessions', {
    params: { productId },
    body: { plate: { number: 'LOAN1' }, ...times },
  })
  expect(status).toBe(201)
  return { shop, anna, id: body.id }
}

function resume({ call }: Resident, parkingSessionId: string) {
  return call('POST /parking-sessions/{parkingSessionId}/_resume', { params: { parkingSessionId } })
}

/** Of the session that runs; undefined where none does. */
async function endOf({ call, productId }: Resident): Promise<string | undefined> {
  const params = { productId }
  const { body } = await call('GET /products/{productId}/parking-sessions', { params })
  return body.parkingSessions[0]?.end
}
