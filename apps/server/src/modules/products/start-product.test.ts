import { beforeEach, describe, expect, test } from 'vitest'
import { arrangeResident } from '../../../test/arrange.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

describe('the product that one starts with', () => {
  test('C2: is the one used last, until one chooses', async () => {
    const anna = await town.resident()
    expect((await anna.call('GET /start-product')).body).toEqual({})
    const body = { productId: anna.productId }
    expect((await anna.call('PUT /start-product', { body })).status).toBe(204)
    expect((await anna.call('GET /start-product')).body).toEqual(body)
  })

  test('C2: is changed for another, and for the one used last again', async () => {
    const anna = await town.resident()
    const other = await arrangeResident(town.db, town.now, { holderId: anna.accountId })
    for (const body of [{ productId: anna.productId }, { productId: other.productId }, {}]) {
      expect((await anna.call('PUT /start-product', { body })).status).toBe(204)
      expect((await anna.call('GET /start-product')).body).toEqual(body)
    }
  })

  test('C2: is one that one may park on', async () => {
    const [anna, eve] = [await town.resident(), await town.resident()]
    const body = { productId: anna.productId }
    expect(await eve.call('PUT /start-product', { body })).toMatchObject({ status: 404 })
    expect((await eve.call('GET /start-product')).body).toEqual({})
  })
})
