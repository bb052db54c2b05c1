/** Parking on another's product, and what its holder sees and may do of it (J). */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  balanceOf,
  delegateOf,
  invite,
  productOf,
  productsOf,
  tokenFor,
} from '../../../test/delegating.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import {
  everyOf,
  everySessionOf,
  extend,
  listOf,
  park,
  quoteOf,
  recentPlatesOf,
  remove,
  sessionsOf,
  stop,
} from '../../../test/parking.ts'

const town = await openTown()
const allowed = { delegations: 'plateOptional' } as const
const anHour = 240

beforeEach(() => {
  town.now = mondayAtTen
})

describe('a delegate', () => {
  test('J5, E6: parks from the part that was given, and the holder pays nothing more', async () => {
    const anna = await town.resident(allowed)
    const { delegate } = await delegateOf(town, anna, { allotment: 10_00 })
    const { status, body } = await park(delegate, 'DEL1')
    expect([status, body.cost.value, body.extendable]).toEqual([201, anHour, true])
    expect(await balanceOf(delegate)).toBe(10_00 - anHour)
    expect(await balanceOf(anna)).toBe(90_00)
  })

  test('J5: parks from the balance that is shared', async () => {
    const anna = await town.resident(allowed)
    const { delegate } = await delegateOf(town, anna)
    await park(delegate, 'DEL1')
    for (const who of [anna, delegate]) expect(await balanceOf(who)).toBe(100_00 - anHour)
  })

  test.each([{ allotment: 10_00 }, {}])(
    'E2, E3, E4: plans, extends, stops and deletes from %j, and gets back what it is not used',
    async (wish) => {
      const anna = await town.resident(allowed)
      const { delegate } = await delegateOf(town, anna, wish)
      const before = await balanceOf(delegate)
      const { body: planned } = await park(delegate, 'DEL1', { from: 2 })
      const { body: running } = await park(delegate, 'DEL2')
      expect(await balanceOf(delegate)).toBe(before - 2 * anHour)
      const longer = await extend(delegate, running.id, 2)
      expect(longer.body.cost.value).toBe(2 * anHour)
      expect(await balanceOf(delegate)).toBe(before - 3 * anHour)
      expect((await remove(delegate, planned.id)).status).toBe(204)
      town.now = mondayAtTen.add({ minutes: 15 })
      await stop(delegate, running.id)
      expect(await balanceOf(delegate)).toBe(before - anHour / 4)
    },
  )

  test('G2, G5: is told what the part affords, and a quote costs what the session does', async () => {
    const anna = await town.resident(allowed)
    const { delegate } = await delegateOf(town, anna, { allotment: 1_00 })
    const quote = await quoteOf(delegate, { plate: 'DEL1' })
    expect(quote.body).toMatchObject({
      outcome: 'refused',
      balance: { value: 1_00 },
      shortfall: { value: anHour - 1_00 },
      reasons: [{ code: 'balance' }],
      alternatives: [{ kind: 'shorter', balanceAfter: { value: 0 } }],
    })
    const refused = await park(delegate, 'DEL1')
    expect(refused).toMatchObject({ status: 409, body: { code: 'balance' } })
    expect(await balanceOf(anna)).toBe(99_00)
  })

  test('J4: parks the plate of the delegation, and no other', async () => {
    const anna = await town.resident(allowed)
    const { delegate } = await delegateOf(town, anna, { plate: 'GBB01B' })
    const other = await park(delegate, 'XX99YY')
    expect(other).toMatchObject({
      status: 409,
      body: { code: 'plateNotAllowed', alternatives: [] },
    })
    expect((await quoteOf(delegate, { plate: 'XX99YY' })).body).toMatchObject({
      outcome: 'refused',
      reasons: [{ code: 'plateNotAllowed' }],
    })
    expect((await quoteOf(delegate, {})).body.outcome).toBe('accepted')
    expect((await park(delegate, 'gbb-01-b')).status).toBe(201)
  })

  test('J4: parks any plate where none was set', async () => {
    const anna = await town.resident(allowed)
    const { delegate } = await delegateOf(town, anna)
    expect((await park(delegate, 'ANY1')).status).toBe(201)
    expect((await park(delegate, 'ANY2')).status).toBe(201)
  })

  test('J7, D4: has no way to give the part more: the holder tops up', async () => {
    const anna = await town.resident(allowed)
    const { delegate } = await delegateOf(town, anna, { allotment: 1_00 })
    const params = { productId: anna.productId }
    const order = { optionId: randomUUID(), language: 'nl' }
    const answers = [
      await delegate.call('GET /products/{productId}/top-up-options', { params }),
      await delegate.call('POST /products/{productId}/top-ups', { params, body: order }),
    ]
    for (const { status, body } of answers) expect([status, body.code]).toEqual([404, 'notFound'])
  })

  test('G4: shares the places with everybody on the product', async () => {
    const anna = await town.resident({ ...allowed, rules: { maxConcurrent: 2 } })
    const { delegate } = await delegateOf(town, anna, { allotment: 50_00 })
    await park(anna, 'OWN1')
    expect((await park(delegate, 'DEL1')).status).toBe(201)
    for (const who of [anna, delegate]) {
      expect(await park(who, 'MORE1')).toMatchObject({ body: { code: 'maxConcurrent' } })
    }
  })

  test('sees and touches their own sessions, and nobody else’s', async () => {
    const anna = await town.resident(allowed)
    const { delegate } = await delegateOf(town, anna)
    const { delegate: second } = await delegateOf(town, anna)
    const { body: annas } = await park(anna, 'OWN1')
    const { body: theirs } = await park(second, 'SEC1')
    const { body: own } = await park(delegate, 'DEL1')
    expect(await sessionsOf(delegate)).toEqual([own.id])
    expect(await everySessionOf(delegate)).toEqual([own.id])
    expect((await productOf(delegate)).body.counts).toEqual({ running: 1, planned: 0 })
    for (const { id } of [annas, theirs]) {
      const params = { parkingSessionId: id }
      const statuses = [
        await stop(delegate, id),
        await extend(delegate, id, 2),
        await remove(delegate, id),
        await delegate.call('POST /parking-sessions/{parkingSessionId}/quotes', {
          params,
          body: {},
        }),
      ].map(({ status }) => status)
      expect(statuses).toEqual([404, 404, 404, 404])
    }
    // Not even as what could be done instead.
    const refused = await park(delegate, 'OWN1')
    expect(refused).toMatchObject({ body: { code: 'plateAlreadyParked' } })
    expect(JSON.stringify(refused.body)).not.toContain(annas.id)
  })

  test('I4, F6: sees no favourites, and as recent plates those they parked themselves', async () => {
    const anna = await town.resident(allowed)
    const { delegate } = await delegateOf(town, anna)
    const params = { productId: anna.productId }
    const favourite = { plate: { number: 'DEL1' }, name: 'Oma' }
    await anna.call('POST /products/{productId}/favourites', { params, body: favourite })
    await park(anna, 'OWN1')
    const { body } = await park(delegate, 'DEL1')
    expect(body.favouriteName).toBeUndefined()
    expect(await recentPlatesOf(delegate)).toEqual(['DEL1'])
    expect(await recentPlatesOf(anna)).toEqual(['OWN1'])
    expect(JSON.stringify(await listOf(delegate))).not.toContain('Oma')
  })

  test('is nobody before they accept, and nobody is a delegate of everything', async () => {
    const anna = await town.resident(allowed)
    const person = await town.resident()
    await invite(anna, { email: person.email })
    const early = { ...person, productId: anna.productId }
    expect((await park(early, 'DEL1')).status).toBe(404)
    const { body } = await person.call('POST /links/_accept', {
      body: { token: await tokenFor(town, person.email) },
    })
    expect(body.productId).toBe(anna.productId)
    expect((await park(early, 'DEL1')).status).toBe(201)
    const own = await town.resident(allowed)
    expect((await park({ ...person, productId: own.productId }, 'DEL2')).status).toBe(404)
  })

  test('B2: comes back to the product that they used last, the holder to theirs', async () => {
    const anna = await town.resident(allowed)
    const { delegate } = await delegateOf(town, anna, { allotment: 50_00 })
    await park(delegate, 'DEL1')
    expect((await productsOf(delegate))[0]?.id).toBe(anna.productId)
  })
})

describe('the holder', () => {
  test('K4, L1: sees the delegate’s sessions, and who parked', async () => {
    const anna = await town.resident(allowed)
    const { delegate } = await delegateOf(town, anna, { allotment: 10_00 })
    await park(anna, 'OWN1')
    await park(delegate, 'DEL1')
    for (const list of [await listOf(anna), await everyOf(anna)]) {
      const told = list.map((session) => [session.plate.number, session.startedBy])
      expect(told).toEqual([
        ['OWN1', undefined],
        ['DEL1', delegate.email],
      ])
    }
    expect((await listOf(delegate)).map(({ startedBy }) => startedBy)).toEqual([undefined])
  })

  test('may stop them: the money returns to who paid', async () => {
    const anna = await town.resident(allowed)
    const { delegate } = await delegateOf(town, anna, { allotment: 10_00 })
    const { body: running } = await park(delegate, 'DEL1')
    const { body: planned } = await park(delegate, 'DEL2', { from: 2 })
    town.now = mondayAtTen.add({ minutes: 15 })
    const stopped = await stop(anna, running.id)
    expect(stopped).toMatchObject({ status: 200, body: { startedBy: delegate.email } })
    expect((await remove(anna, planned.id)).status).toBe(204)
    expect(await balanceOf(delegate)).toBe(10_00 - anHour / 4)
    expect(await balanceOf(anna)).toBe(90_00)
  })

  test('does not extend them: that is for who booked', async () => {
    const anna = await town.resident(allowed)
    const { delegate } = await delegateOf(town, anna, { allotment: 10_00 })
    const { body } = await park(delegate, 'DEL1')
    expect((await listOf(anna)).map(({ extendable }) => extendable)).toEqual([false])
    expect(await extend(anna, body.id, 2)).toMatchObject({
      status: 409,
      body: { code: 'bookedByAnother' },
    })
    expect(await balanceOf(delegate)).toBe(10_00 - anHour)
  })
})
