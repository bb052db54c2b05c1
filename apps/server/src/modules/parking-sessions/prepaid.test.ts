import { plate } from '@2park/domain/plate'
import { beforeEach, describe, expect, test } from 'vitest'
import { findParkingRight } from '#modules/parking-rights/parking-rights.ts'
import type { Given } from '../../../test/arrange.ts'
import { delegateOf } from '../../../test/delegating.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { extend, stop } from '../../../test/parking.ts'

const town = await openTown()
const streets = {
  kind: 'prepaid',
  locations: { Haven: '0.02', Markt: '0.06', Stadspark: '0.01' },
} as const
const anHourOn = mondayAtTen.add({ hours: 1 }).toString()

beforeEach(() => {
  town.now = mondayAtTen
})

describe('prepaid parking', () => {
  test('O2: shows where one can park, and what an hour from now costs there', async () => {
    const anna = await town.resident(streets)
    expect(await locationsOf(anna)).toEqual([
      'Haven HAVEN 120',
      'Markt MARKT 360',
      'Stadspark STADSPARK 60',
    ])
    const params = { productId: anna.productId }
    const { body } = await anna.call('GET /products/{productId}', { params })
    expect(body).toMatchObject({ kind: 'prepaid', locationCount: 3 })
    expect(await lastUsedBy(anna)).toBeUndefined()
  })

  test('O2: charges the tariff of the street of the location that was chosen', async () => {
    const anna = await town.resident(streets)
    for (const [name, cost] of [
      ['Haven', 120],
      ['Markt', 360],
    ] as const) {
      const { status, body } = await start(anna, { number: `AT${name}`, at: name })
      expect(status).toBe(201)
      expect(body).toMatchObject({ location: name, cost: { unit: 'money', value: cost } })
      expect(await lastUsedBy(anna)).toBe(name)
    }
    const { body: listed } = await anna.call('GET /parking-sessions')
    expect(listed.parkingSessions.map(({ location }) => location)).toEqual(['Haven', 'Markt'])
  })

  test('O2: a quote is of the location that is asked about', async () => {
    const anna = await town.resident(streets)
    const quoted = await quote(anna, 'Markt')
    expect(quoted.body).toMatchObject({ price: { total: { value: 360 } } })
    expect((await quote(anna, undefined)).body.code).toBe('locationMissing')
  })

  test('O2: extending and stopping go by the tariff of where the session is', async () => {
    const anna = await town.resident(streets)
    const { body } = await start(anna, { number: 'GUEST1', at: 'Markt' })
    const extended = await extend(anna, body.id, 2)
    expect(extended.body).toMatchObject({ location: 'Markt', cost: { value: 720 } })
    town.now = mondayAtTen.add({ minutes: 20 })
    const stopped = await stop(anna, body.id)
    expect(stopped.body).toMatchObject({ location: 'Markt', cost: { value: 120 } })
  })

  test('asks where, if there is more than one answer', async () => {
    const anna = await town.resident(streets)
    const { status, body } = await start(anna, { number: 'GUEST1' })
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'locationMissing' })
    const bram = await town.resident({ ...streets, locations: { Haven: '0.02' } })
    const only = await start(bram, { number: 'GUEST1' })
    expect(only.body).toMatchObject({ location: 'Haven', cost: { value: 120 } })
  })

  test('refuses an area that is not of the product type, also one of its own town', async () => {
    const anna = await town.resident(streets)
    const bram = await town.resident(streets)
    const [elsewhere] = Object.values(await idsOf(bram))
    for (const location of [anna.areaId, elsewhere]) {
      const { status, body } = await start(anna, { number: 'GUEST1', location })
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'locationNotOffered' })
      expect((await quote(anna, undefined, location)).body.code).toBe('locationNotOffered')
    }
    const { status, body } = await start(anna, { number: 'GUEST1', location: 'Haven' })
    expect({ status, errors: body.errors }).toMatchObject({
      status: 400,
      errors: [{ in: 'body', pointer: '/location' }],
    })
  })

  test('leaves no choice where a product has none, but lets it be said', async () => {
    const anna = await town.resident()
    const bram = await town.resident()
    expect(await locationsOf(anna)).toEqual([])
    const refused = await start(anna, { number: 'GUEST1', location: bram.areaId })
    expect(refused.body.code).toBe('locationNotOffered')
    const taken = await start(anna, { number: 'GUEST1', location: anna.areaId })
    expect(taken.status).toBe(201)
    expect(taken.body).not.toHaveProperty('location')
  })

  test('stays out of the place it was just in, and may go to another at once', async () => {
    const rested: Given = { ...streets, frame: { leastInterruptionMinutes: 60 } }
    const anna = await town.resident(rested)
    const { body } = await start(anna, { number: 'GUEST1', at: 'Markt' })
    const meanwhile = await start(anna, { number: 'GUEST1', at: 'Haven' })
    // Going on at the Markt is no way to park at the Haven.
    expect(meanwhile.body).toMatchObject({
      code: 'plateAlreadyParked',
      alternatives: [{ kind: 'later' }],
    })
    town.now = mondayAtTen.add({ minutes: 10 })
    await stop(anna, body.id)
    expect((await quote(anna, 'Markt')).body.reasons).toMatchObject([{ code: 'tooSoonAgain' }])
    expect((await start(anna, { number: 'GUEST1', at: 'Haven' })).status).toBe(201)
  })

  test('gives the plate its right there, and nowhere else', async () => {
    const anna = await town.resident(streets)
    await start(anna, { number: 'GUEST1', at: 'Markt' })
    const { Markt = '', Haven = '' } = await idsOf(anna)
    expect(await rightAt(Markt)).toMatchObject({ kind: 'prepaid' })
    expect(await rightAt(Haven)).toBeUndefined()
    expect(await rightAt(anna.areaId)).toBeUndefined()
  })

  test('K2: is told in the history, in the list to keep, and in what is held', async () => {
    const parked = await town.resident(streets)
    const { body } = await start(parked, { number: 'GUEST1', at: 'Markt' })
    town.now = mondayAtTen.add({ hours: 2 })
    const anna = await town.signIn(parked)
    const params = { productId: anna.productId }
    const history = await anna.call('GET /products/{productId}/history/parking-sessions', {
      params,
    })
    expect(history.body.parkingSessions).toMatchObject([{ location: 'Markt' }])
    const name = 'GET /products/{productId}/history/parking-sessions/{parkingSessionId}/price'
    const price = await anna.call(name, { params: { ...params, parkingSessionId: body.id } })
    expect(price.body).toMatchObject({ price: { total: { value: 360 } } })
    const held = await anna.call('GET /account/held-data')
    expect(held.body.parkingSessions).toMatchObject([{ location: 'Markt' }])
    const csv = await town.app.inject({
      url: `/api/v1/products/${anna.productId}/history/_download?list=parkingSessions`,
      headers: { cookie: anna.cookie },
    })
    expect(csv.body).toContain(';Locatie;')
    expect(csv.body).toContain(';Markt;')
  })

  test('J: who was let park chooses as the holder does; a stranger sees nothing', async () => {
    const anna = await town.resident({ ...streets, delegations: 'plateOptional' })
    const { Haven } = await idsOf(anna)
    const { delegate } = await delegateOf(town, anna)
    const { body } = await start(
      { ...delegate, productId: anna.productId },
      {
        number: 'GUEST1',
        location: Haven,
      },
    )
    expect(body).toMatchObject({ location: 'Haven' })
    expect(await lastUsedBy(anna)).toBeUndefined()
    const bram = await town.resident()
    const params = { productId: anna.productId }
    expect((await bram.call('GET /products/{productId}/locations', { params })).status).toBe(404)
  })
})

type Wish = {
  readonly number: string
  readonly at?: string
  readonly location?: string | undefined
}

async function start(who: Pick<Resident, 'call' | 'productId'>, wish: Wish) {
  const { number, at } = wish
  const location = at === undefined ? wish.location : (await idsOf(who))[at]
  return who.call('POST /products/{productId}/parking-sessions', {
    params: { productId: who.productId },
    body: { plate: { number }, ...(location && { location }), end: endOf() },
  })
}

async function quote(who: Resident, at: string | undefined, id?: string) {
  const location = at === undefined ? id : (await idsOf(who))[at]
  return who.call('POST /products/{productId}/quotes', {
    params: { productId: who.productId },
    body: { plate: { number: 'GUEST1' }, ...(location && { location }), end: endOf() },
  })
}

function endOf(): string {
  return town.now.equals(mondayAtTen) ? anHourOn : town.now.add({ hours: 1 }).toString()
}

async function read({ call, productId }: Pick<Resident, 'call' | 'productId'>) {
  return (await call('GET /products/{productId}/locations', { params: { productId } })).body
}

async function locationsOf(who: Resident): Promise<string[]> {
  const { locations } = await read(who)
  return locations.map(({ name, code, anHour }) => `${name} ${code} ${anHour.value}`)
}

async function lastUsedBy(who: Resident): Promise<string | undefined> {
  const { locations, lastUsed } = await read(who)
  return locations.find(({ id }) => id === lastUsed)?.name
}

async function idsOf(who: Pick<Resident, 'call' | 'productId'>): Promise<Record<string, string>> {
  const { locations } = await read(who)
  return Object.fromEntries(locations.map(({ id, name }) => [name, id]))
}

async function rightAt(areaId: string) {
  return findParkingRight(town.db, { plate: plate('GUEST1'), areaId }, town.now)
}
