/** Many at once, on the real database, each with a connection of its own (G2, G4, P1). */
import { beforeEach, describe, expect, test } from 'vitest'
import { countChange } from '#modules/ledger/index.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { tally } from '../../../test/tally.ts'

const town = await openTown()
const many = Array.from({ length: 50 }, (_, index) => index)

beforeEach(() => {
  town.now = mondayAtTen
})

describe('fifty bookings in one instant', () => {
  test('G4, R3: share the last place: one has it', async () => {
    const anna = await town.resident({ rules: { maxConcurrent: 1 } })
    const answers = await Promise.all(many.map((n) => start(anna, { number: `PL${n}` })))
    expect(tally(answers)).toEqual({ 201: 1, maxConcurrent: 49 })
    expect(await balanceOf(anna)).toBe(100_00 - 240)
  })

  // Nothing is charged then, and still one place is one place.
  test('G4, R3: share the last place while parking is free', async () => {
    const anna = await town.resident({
      rules: { maxConcurrent: 1 },
      frame: { fromMinute: 0, untilMinute: 60 },
    })
    const answers = await Promise.all(many.map((n) => start(anna, { number: `FR${n}` })))
    expect(tally(answers)).toEqual({ 201: 1, maxConcurrent: 49 })
    expect(await balanceOf(anna)).toBe(100_00)
  })

  test('G2, P1, R1: share the last cent: one spends it', async () => {
    const anna = await town.resident({ balance: 240 })
    const answers = await Promise.all(many.map((n) => start(anna, { number: `CT${n}` })))
    expect(tally(answers)).toEqual({ 201: 1, balance: 49 })
    expect(await balanceOf(anna)).toBe(0)
  })

  test('P1: spend a balance to the last session that it affords, and no further', async () => {
    const anna = await town.resident({ balance: 7 * 240 + 239 })
    const answers = await Promise.all(many.map((n) => start(anna, { number: `SV${n}` })))
    expect(tally(answers)).toEqual({ 201: 7, balance: 43 })
    expect(await balanceOf(anna)).toBe(239)
  })

  test('of one plate: one is parked', async () => {
    const anna = await town.resident({ balance: 1000_00 })
    const answers = await Promise.all(many.map(() => start(anna, { number: 'ONE1' })))
    expect(tally(answers)).toEqual({ 201: 1, plateAlreadyParked: 49 })
  })

  test('under one idempotency key: one session, and one answer for all', async () => {
    const anna = await town.resident()
    const answers = await Promise.all(
      many.map(() => start(anna, { number: 'KEY1', key: 'one-and-the-same' })),
    )
    expect(tally(answers)).toEqual({ 201: 50 })
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(await balanceOf(anna)).toBe(100_00 - 240)
  })

  test('under one idempotency key that is refused: one refusal for all', async () => {
    const anna = await town.resident({ balance: 1 })
    const answers = await Promise.all(many.map(() => start(anna, { number: 'NO1', key: 'no' })))
    expect(tally(answers)).toEqual({ balance: 50 })
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })

  // Guarantees that the order of the locks is one: no two wait for each other.
  test('on one product, with every other deed beside them, all come to an end', async () => {
    const anna = await town.resident({ balance: 1000_00 })
    const sessions = await Promise.all(
      many.slice(0, 10).map((n) => start(anna, { number: `A${n}` })),
    )
    const answers = await Promise.all([
      ...many.map((n) => start(anna, { number: `B${n}` })),
      ...sessions.map(({ body }) => stop(anna, body.id)),
      ...sessions.map(({ body }) => extend(anna, body.id)),
    ])
    for (const { status } of answers) expect([200, 201, 409]).toContain(status)
  })
})

// Bookings share a trip to the database; what one of them waits for is nothing to the others.
test('somebody whose product is busy keeps nobody else waiting', async () => {
  const [anna, bram] = [await town.resident(), await town.resident()]
  const held = Promise.withResolvers<void>()
  const busy = Promise.withResolvers<void>()
  const holding = town.db.transaction().execute(async (tx) => {
    await countChange(tx, anna.productId)
    busy.resolve()
    await held.promise
  })
  await busy.promise
  const ofAnna = start(anna, { number: 'BUSY1' })
  const others = await Promise.all(many.map((n) => start(bram, { number: `FREE${n}` })))
  expect(tally(others)).toEqual({ 201: 41, balance: 9 })
  held.resolve()
  await holding
  expect((await ofAnna).status).toBe(201)
})

test('E2: two devices that stop one session at once get one refund', async () => {
  const anna = await town.resident()
  const { body } = await start(anna, { number: 'STOP1' })
  town.now = town.now.add({ minutes: 25 })
  const answers = await Promise.all([stop(anna, body.id), stop(anna, body.id)])
  expect(tally(answers)).toEqual({ 200: 1, sessionEnded: 1 })
  expect(await balanceOf(anna)).toBe(100_00 - 100)
})

test('E4: two devices that delete one session at once get one refund', async () => {
  const anna = await town.resident()
  const { body } = await start(anna, { number: 'DEL1', start: '2026-03-02T12:00:00+01:00' })
  const params = { parkingSessionId: body.id }
  const remove = () => anna.call('DELETE /parking-sessions/{parkingSessionId}', { params })
  expect(tally(await Promise.all([remove(), remove()]))).toEqual({ 204: 1, notFound: 1 })
  expect(await balanceOf(anna)).toBe(100_00)
})

type Wish = { readonly number: string; readonly key?: string; readonly start?: string }

function start({ call, productId }: Resident, { number, key, start: from }: Wish) {
  const begin = from === undefined ? town.now : Temporal.Instant.from(from)
  const end = begin.add({ hours: 1 }).toString()
  const body = { plate: { number }, end, ...(from && { start: from }) }
  const params = { productId }
  return call('POST /products/{productId}/parking-sessions', { params, body, ...(key && { key }) })
}

function stop({ call }: Resident, parkingSessionId: string) {
  return call('POST /parking-sessions/{parkingSessionId}/_stop', { params: { parkingSessionId } })
}

function extend({ call }: Resident, parkingSessionId: string) {
  const sent = { params: { parkingSessionId }, body: { end: '2026-03-02T13:00:00+01:00' } }
  return call('POST /parking-sessions/{parkingSessionId}/_extend', sent)
}

async function balanceOf({ call, productId }: Resident): Promise<number> {
  const { body } = await call('GET /products/{productId}', { params: { productId } })
  return body.balance.value
}
