import { beforeEach, describe, expect, test } from 'vitest'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { mostFavourites } from './favourites.commands.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

describe('favourites', () => {
  test('I1, I2: are kept by name and listed by it', async () => {
    const anna = await town.resident()
    const { status, body } = await add(anna, { number: 'gbb-01-b', name: ' Oma ' })
    expect(status).toBe(201)
    expect(body).toMatchObject({ plate: { number: 'GBB01B', country: 'NL' }, name: 'Oma' })
    await add(anna, { number: '1-TRK-39', country: 'D', name: 'bas' })
    expect(await names(anna)).toEqual(['bas', 'Oma'])
  })

  test.each([
    ['', 'tooShort'],
    ['   ', 'tooShort'],
    ['elf letters', 'tooLong'],
  ])('I1: are refused with the name %j', async (name, code) => {
    const answer = await add(await town.resident(), { number: 'GBB01B', name })
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/name', code }] } })
  })

  test('are one per plate', async () => {
    const anna = await town.resident()
    await add(anna, { number: 'GBB01B', name: 'Oma' })
    const again = await add(anna, { number: 'gbb01b', name: 'Opa' })
    expect(again).toMatchObject({ status: 409, body: { code: 'favouriteExists' } })
    expect(await add(anna, { number: 'GBB01B', country: 'D', name: 'Opa' })).toMatchObject({
      status: 201,
    })
  })

  test('are so many and no more, also when the last ones come at once', async () => {
    const anna = await town.resident()
    for (let n = 1; n < mostFavourites; n++) await add(anna, { number: `F${n}`, name: `${n}` })
    const last = await Promise.all(
      ['LAST1', 'LAST2', 'LAST3'].map((number) => add(anna, { number, name: 'last' })),
    )
    expect(last.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
    expect(last.find(({ status }) => status === 409)?.body.code).toBe('tooManyFavourites')
  })

  test('I3: can be removed, once', async () => {
    const anna = await town.resident()
    const { body } = await add(anna, { number: 'GBB01B', name: 'Oma' })
    const params = { productId: anna.productId, favouriteId: body.id }
    const remove = () =>
      anna.call('DELETE /products/{productId}/favourites/{favouriteId}', { params })
    expect((await remove()).status).toBe(204)
    expect(await names(anna)).toEqual([])
    expect(await remove()).toMatchObject({ status: 404, body: { code: 'notFound' } })
  })

  test("I4: are the holder's own affair", async () => {
    const anna = await town.resident()
    const eve = await town.resident()
    const { body } = await add(anna, { number: 'GBB01B', name: 'Oma' })
    const asEve = { ...eve, productId: anna.productId }
    expect((await add(asEve, { number: 'EVE1', name: 'Eve' })).status).toBe(404)
    const params = { productId: anna.productId, favouriteId: body.id }
    for (const answer of [
      await eve.call('DELETE /products/{productId}/favourites/{favouriteId}', { params }),
      await eve.call('GET /products/{productId}/favourites', { params }),
      await eve.call('GET /products/{productId}/recent-plates', { params }),
      // Her own product, but another's favourite.
      await eve.call('DELETE /products/{productId}/favourites/{favouriteId}', {
        params: { ...params, productId: eve.productId },
      }),
    ]) {
      expect(answer.status).toBe(404)
    }
    expect(await names(anna)).toEqual(['Oma'])
  })

  test('are in the audit trail without their plate', async () => {
    const anna = await town.resident()
    const { body } = await add(anna, { number: 'GBB01B', name: 'Oma' })
    const trail = await town.db
      .selectFrom('audit_entries')
      .selectAll()
      .where('subject_id', '=', body.id)
      .execute()
    expect(trail).toMatchObject([{ action: 'favouriteAdded', account_id: anna.accountId }])
    expect(JSON.stringify(trail)).not.toMatch(/GBB01B|Oma/)
  })
})

describe('recent plates', () => {
  test('F6: are those parked lately that are no favourites, the latest first', async () => {
    const anna = await town.resident()
    for (const number of ['FIRST1', 'OMA1', 'SECOND2', 'FIRST1']) {
      await park(anna, { number, minutes: 5 })
      town.now = town.now.add({ minutes: 10 })
    }
    await add(anna, { number: 'OMA1', name: 'Oma' })
    const planned = town.now.add({ hours: 2 })
    await park(anna, { number: 'LATER1', minutes: 5, start: planned.toString() })

    const params = { productId: anna.productId }
    const { body } = await anna.call('GET /products/{productId}/recent-plates', { params })
    expect(body.recentPlates).toEqual([
      { plate: { number: 'FIRST1', country: 'NL' }, lastParkedAt: '2026-03-02T09:30:00Z' },
      { plate: { number: 'SECOND2', country: 'NL' }, lastParkedAt: '2026-03-02T09:20:00Z' },
    ])
  })
})

type Wish = { readonly number: string; readonly country?: string; readonly name: string }

function add({ call, productId }: Resident, { name, ...plate }: Wish) {
  const sent = { params: { productId }, body: { plate, name } }
  return call('POST /products/{productId}/favourites', sent)
}

async function names({ call, productId }: Resident): Promise<string[]> {
  const { body } = await call('GET /products/{productId}/favourites', { params: { productId } })
  return body.favourites.map(({ name }) => name)
}

type Parking = { readonly number: string; readonly minutes: number; readonly start?: string }

async function park({ call, productId }: Resident, { number, minutes, start }: Parking) {
  const begin = start === undefined ? town.now : Temporal.Instant.from(start)
  const end = begin.add({ minutes }).toString()
  const body = { plate: { number }, ...(start && { start }), end }
  const params = { productId }
  const { status } = await call('POST /products/{productId}/parking-sessions', { params, body })
  expect(status).toBe(201)
}
