import { beforeEach, describe, expect, test } from 'vitest'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { change, issue, openShop } from '../../../test/shop-desk.ts'

const town = await openTown()
const one = { number: 'GBB01B' }
const two = [one, { number: 'VX823K' }]
const onePlate = { in: 'body', pointer: '/plates', code: 'onePlate' }
const noRights = { in: 'body', pointer: '/rightsQuantity', code: 'required' }

beforeEach(() => {
  town.now = mondayAtTen
})

describe('O3: a pool', () => {
  test('is issued with the rights that were bought, and not without', async () => {
    const { call } = await openShop(town, { kind: 'pool', unit: 'none' })
    const { status, body } = await issue(call)
    expect([status, body.errors]).toMatchObject([400, [noRights]])
    expect(await issue(call, { rightsQuantity: 3 })).toMatchObject({
      status: 201,
      body: { rightsQuantity: 3 },
    })
  })

  test('is refused with everything that is wrong at once', async () => {
    const { call } = await openShop(town, { kind: 'pool', unit: 'none' })
    expect(await wrongOf(issue(call, { area: 'MAAN' }))).toEqual([
      '/area areaUnknown',
      '/rightsQuantity required',
    ])
    expect(await wrongOf(issue(call, { email: 'anna' }))).toEqual([
      '/email email',
      '/rightsQuantity required',
    ])
    expect(await wrongOf(issue(call, { rightsQuantity: 0 }))).toEqual(['/rightsQuantity tooLow'])
  })
})

describe('O1: a product with a temporary plate', () => {
  test.each([[[]], [two]])('is not issued for %j', async (plates) => {
    const { call } = await openShop(town, { kind: 'temporaryPlate', unit: 'none' })
    const { status, body } = await issue(call, { plates })
    expect([status, body.errors]).toMatchObject([400, [onePlate]])
    expect(await wrongOf(issue(call, { plates, email: 'anna' }))).toEqual([
      '/email email',
      '/plates onePlate',
    ])
  })

  test('is not changed to none or several, which is said with all else', async () => {
    const { call } = await openShop(town, { kind: 'temporaryPlate', unit: 'none' })
    const issued = await issue(call, { plates: [one] })
    expect(issued.status).toBe(201)
    const { id } = issued.body
    expect(await wrongOf(change(call, id, { plates: [] }))).toEqual(['/plates onePlate'])
    const validUntil = '2026-01-01T00:00:00Z'
    expect(await wrongOf(change(call, id, { plates: two, validUntil }))).toEqual([
      '/plates onePlate',
      '/validUntil endNotAfterStart',
    ])
    expect(await wrongOf(change(call, id, { plates: two, rightsQuantity: 0 }))).toEqual([
      '/plates onePlate',
      '/rightsQuantity tooLow',
    ])
    expect((await change(call, id, { validUntil: '2028-01-01T00:00:00Z' })).status).toBe(200)
    expect((await change(call, id, { plates: [{ number: 'VX823K' }] })).status).toBe(200)
  })
})

async function wrongOf(answer: ReturnType<typeof issue> | ReturnType<typeof change>) {
  const { status, body } = await answer
  expect(status).toBe(400)
  return body.errors?.map(({ pointer, code }) => `${pointer} ${code}`).toSorted()
}
