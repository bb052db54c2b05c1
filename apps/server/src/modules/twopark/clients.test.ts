/** What each known client does in a day, by code of ours that does as that client is described to. */
import { beforeEach, describe, expect, test } from 'vitest'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { openAndroidApp } from '../../../test/two-park/android-app.ts'
import { openFamilyApp } from '../../../test/two-park/family-app.ts'
import {
  openLibrary,
  openSensors,
  openSwitches,
  openWrapper,
} from '../../../test/two-park/home-assistants.ts'
import { neighbour } from '../../../test/two-park/neighbours.ts'
import { valueOf, wireTime } from '../../../test/two-park/speaker.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

const now = wireTime(mondayAtTen)
const inAnHour = wireTime(mondayAtTen.add({ hours: 1 }))

test('the Android app parks, sees that it is so, stops, and keeps a plate', async () => {
  const anna = await neighbour(town)
  const app = await openAndroidApp(town.app, anna)
  const [product] = await app.products()
  expect(product).toEqual({ id: anna.wireId, location: anna.location })
  const wish = { plate: 'AB123C', start: now, end: inAnHour }
  const parked = await app.start({ id: anna.wireId, location: product?.location ?? '' }, wish)
  expect(parked).toMatchObject({ state: 'ACTIVE', isActive: 'YES' })
  expect(await app.balance(anna.wireId)).toBe('97.60')
  await app.stop(anna.wireId, parked.actionId)
  expect(await app.members(anna.wireId)).toEqual([])
  await app.addFavourite(anna.wireId, 'AB123C', '')
  expect(await app.members(anna.wireId)).toHaveLength(1)
  await app.removeFavourite(anna.wireId, 'AB123C')
  expect(await app.members(anna.wireId)).toEqual([])
})

test('the Android app signs in again by itself after a time-out', async () => {
  const anna = await neighbour(town)
  const app = await openAndroidApp(town.app, anna)
  expect(await app.products()).toHaveLength(1)
  town.now = mondayAtTen.add({ hours: 25 })
  expect(await app.products()).toHaveLength(1)
})

describe('the integration with sensors', () => {
  test('makes the location of the id, and parks', async () => {
    const anna = await neighbour(town, { twoPark: { code: 'BDA' } })
    const sensors = await openSensors(town.app, anna)
    const [product] = await sensors.products()
    expect(product).toEqual({ id: 'BDABZRG_1317$100001', location: 'BDA1317' })
    const location = product?.location ?? ''
    const started = await sensors.start(anna.wireId, {
      plate: 'AB123C',
      start: now,
      end: inAnHour,
      location,
    })
    expect(await sensors.poll(anna.wireId)).toEqual({ amount: 97.6, plates: ['AB123C'], fixed: [] })
    await sensors.stop(anna.wireId, started.atn_id)
    expect((await sensors.poll(anna.wireId)).plates).toEqual([])
  })

  test('finds the fixed plate of a resident product', async () => {
    const given = { kind: 'temporaryPlate', plates: ['OWN1'], unit: 'none' } as const
    const anna = await neighbour(town, given)
    const { poll } = await openSensors(town.app, anna)
    const { fixed } = await poll(anna.wireId)
    expect(fixed.map(({ mbr_identifier }) => mbr_identifier)).toEqual(['OWN1'])
  })
})

test('the integration with switches turns one on and off, and sees both at once', async () => {
  const anna = await neighbour(town)
  const switches = await openSwitches(town.app, anna)
  expect(await switches.locations()).toEqual([anna.location])
  expect(await switches.isOn(anna.wireId, 'AB123C')).toBe(false)
  const wish = { plate: 'AB123C', start: now, end: inAnHour, location: anna.location }
  expect(await switches.turnOn(anna.wireId, wish)).toBe(true)
  expect(await switches.turnOff(anna.wireId, 'AB123C')).toBe(false)
  const { balance } = await switches.balance(anna.wireId)
  expect(valueOf(balance.ble_parameters, 'AMOUNT')).toBe('100.00')
})

test('the library learns from the start which action it is, moves its end and ends it', async () => {
  const anna = await neighbour(town)
  const library = await openLibrary(town.app, anna)
  const product = await library.firstUsable()
  expect(product?.pdt_id).toBe(anna.wireId)
  await library.addFavourite(anna.wireId, 'GBB01B', 'Oma')
  const wish = { plate: 'AB123C', start: now, end: inAnHour, location: anna.location }
  const started = await library.start(anna.wireId, wish)
  expect(started.id).toMatch(/^[\da-f-]{36}$/)
  expect(valueOf(started.parameters, 'TIMEEND')).toBe(inAnHour)
  await library.update(anna.wireId, started.id, wireTime(mondayAtTen.add({ hours: 2 })))
  expect(await library.favourites(anna.wireId)).toEqual([
    { plate: 'GBB01B', name: 'Oma' },
    { plate: 'AB123C', name: 'AB123C' },
  ])
  await library.end(anna.wireId, started.id)
})

test('the wrapper asks for the location, books, sees all that is parked, and cancels', async () => {
  const anna = await neighbour(town)
  const other = await neighbour(town, { holderId: anna.accountId })
  const wrapper = await openWrapper(town.app, anna)
  expect([anna.location, other.location]).toContain(wrapper.location)
  expect(await wrapper.balance()).toBe('100.00 EURO')
  expect(await wrapper.book('AB123C', now, inAnHour)).toMatchObject({ minor: 'PRK-00000' })
  const [booked, ...more] = await wrapper.bookings()
  expect(more).toEqual([])
  expect(booked).toMatchObject({ plate: 'AB123C', pdt_id: wrapper.productId })
  expect(await wrapper.cancel(booked?.id ?? '')).toMatchObject({ minor: 'SUCCESS' })
  expect(await wrapper.bookings()).toEqual([])
})

describe('the family’s app', () => {
  test('reads back what it started, to within five seconds', async () => {
    const anna = await neighbour(town)
    const app = await openFamilyApp(town.app, anna)
    const product = await app.product()
    expect(product).toBe(anna.wireId)
    const start = mondayAtTen.subtract({ seconds: 3 })
    const wish = { plate: 'AB123C', start, end: mondayAtTen.add({ hours: 1 }) }
    const { atn_id } = await app.startAndReadBack(product, wish)
    await app.stop(product, atn_id)
    expect(await app.action(product, 'AB123C')).toBeUndefined()
  })

  test('chains actions, the next one a second after the one before', async () => {
    const anna = await neighbour(town, { rules: { maxDurationSeconds: 4 * 3600 } })
    const app = await openFamilyApp(town.app, anna)
    const end = mondayAtTen.add({ hours: 4 })
    await app.startAndReadBack(anna.wireId, { plate: 'AB123C', start: mondayAtTen, end })
    town.now = end.subtract({ minutes: 5 })
    const next = { start: end.add({ seconds: 1 }), end: end.add({ hours: 4, seconds: 1 }) }
    await expect(
      app.startAndReadBack(anna.wireId, { plate: 'AB123C', ...next }),
    ).resolves.toMatchObject({ atn_state: 'SCHEDULED' })
  })
})
