import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { insertDelegate, insertEnded } from '../../../test/already-there.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'

const town = await openTown()

const history = 'GET /products/{productId}/history/parking-sessions'
const price = 'GET /products/{productId}/history/parking-sessions/{parkingSessionId}/price'

beforeEach(() => {
  town.now = mondayAtTen
})

describe('the history of parking', () => {
  test('K2, I5: says plate, name, begin, end and cost of what has ended, the latest first', async () => {
    const anna = await town.resident()
    const params = { productId: anna.productId }
    const oma = { plate: { number: 'GBB01B' }, name: 'Oma' }
    await anna.call('POST /products/{productId}/favourites', { params, body: oma })
    await park(anna, { number: 'GBB01B', minutes: 60 })
    await park(anna, { number: '1TRK39', country: 'D', minutes: 90 })
    await park(anna, { number: 'STILL1', minutes: 180 })
    const planned = await park(anna, { number: 'LATER1', minutes: 5, inHours: 3 })
    await anna.call('DELETE /parking-sessions/{parkingSessionId}', {
      params: { parkingSessionId: planned },
    })
    const again = await later(anna, { minutes: 90 })
    const { body } = await again.call(history, { params })
    expect(body).toEqual({
      parkingSessions: [
        {
          id: expect.any(String),
          plate: { number: '1TRK39', country: 'D' },
          start: '2026-03-02T09:00:00Z',
          end: '2026-03-02T10:30:00Z',
          cost: { unit: 'money', value: 360 },
          plateKeptUntil: '2026-06-01',
        },
        {
          id: expect.any(String),
          plate: { number: 'GBB01B', country: 'NL' },
          favouriteName: 'Oma',
          start: '2026-03-02T09:00:00Z',
          end: '2026-03-02T10:00:00Z',
          cost: { unit: 'money', value: 240 },
          plateKeptUntil: '2026-06-01',
        },
      ],
    })
    expect(await count(again)).toEqual({ value: 2, more: false })
  })

  test.each([
    ['time', 3600],
    ['count', 1],
  ] as const)('K2: says what it cost in %s', async (unit, value) => {
    const resident = await town.resident({ unit, balance: 100_000 })
    await park(resident, { number: 'GBB01B', minutes: 60 })
    const bram = await later(resident, { hours: 2 })
    const { body } = await bram.call(history, { params: { productId: bram.productId } })
    expect(body.parkingSessions).toMatchObject([{ cost: { unit, value } }])
  })

  test('K1, K5: comes ten at a time, each once, also those that ended at one moment', async () => {
    const anna = await town.resident({ balance: 0 })
    await endedAlready(anna, 23)
    expect(await count(anna)).toEqual({ value: 23, more: false })
    const pages = await readPages(anna)
    expect(pages.map(({ length }) => length)).toEqual([10, 10, 3])
    const plates = pages.flat().map(({ plate }) => plate?.number)
    expect(new Set(plates).size).toBe(23)
    const ends = pages.flat().map(({ end }) => end)
    expect(ends).toEqual(ends.toSorted().toReversed())
  })

  test('K5: shows none twice when another ends while one reads on', async () => {
    const anna = await town.resident()
    await endedAlready(anna, 12)
    await park(anna, { number: 'NEWEST1', minutes: 30 })
    const params = { productId: anna.productId }
    const first = await anna.call(history, { params })
    const again = await later(anna, { hours: 1 })
    const second = await again.call(history, { params, query: { after: first.body.next ?? '' } })
    const ids = [first, second].flatMap(({ body }) => body.parkingSessions.map(({ id }) => id))
    expect(new Set(ids).size).toBe(12)
    expect(second.body.next).toBeUndefined()
  })

  test('K1: of more than a thousand it says that there are more', async () => {
    const anna = await town.resident({ balance: 0 })
    await endedAlready(anna, 1000)
    expect(await count(anna)).toEqual({ value: 1000, more: false })
    await endedAlready(anna, 1, 2000)
    expect(await count(anna)).toEqual({ value: 1000, more: true })
  })

  test.each([
    ['', 'format'],
    ['?', 'format'],
    ['bm9uc2Vuc2U', 'format'],
    [cursor('2026-03-02T10:00:00Z not-an-id'), 'format'],
    [cursor(`yesterday ${randomUUIDv7()}`), 'format'],
  ])('a cursor that is none of ours is refused: %j', async (after, code) => {
    const anna = await town.resident()
    const asked = { params: { productId: anna.productId }, query: { after } }
    expect(await anna.call(history, asked)).toMatchObject({
      status: 400,
      body: { errors: [{ in: 'query', pointer: '/after', code }] },
    })
  })

  test("K3: is the holder's own: someone else's is not found", async () => {
    const anna = await town.resident()
    const eve = await town.resident()
    const id = await park(anna, { number: 'GBB01B', minutes: 15 })
    town.now = mondayAtTen.add({ minutes: 25 })
    const params = { productId: anna.productId, parkingSessionId: id }
    const answers = [
      await eve.call('GET /products/{productId}/history', { params }),
      await eve.call(history, { params }),
      await eve.call(price, { params }),
      // Her own product, but another's session.
      await eve.call(price, { params: { ...params, productId: eve.productId } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  })

  test('K4: shows the holder what delegates parked, and a delegate only their own', async () => {
    const anna = await town.resident()
    const bea = await town.resident()
    const hers = await park(anna, { number: 'ANNA1', minutes: 10 })
    const other = await park(anna, { number: 'BEA1', minutes: 15 })
    await parkedByDelegate(other, anna, bea)
    town.now = mondayAtTen.add({ minutes: 25 })
    const params = { productId: anna.productId, parkingSessionId: hers }
    const seen = await anna.call(history, { params })
    expect(seen.body.parkingSessions).toMatchObject([
      { id: other, startedBy: bea.email },
      { id: hers },
    ])
    expect(seen.body.parkingSessions[1]).not.toHaveProperty('startedBy')
    expect(await count(anna)).toEqual({ value: 2, more: false })

    const own = await bea.call(history, { params })
    expect(own.body.parkingSessions.map(({ id }) => id)).toEqual([other])
    expect(await count({ ...bea, productId: anna.productId })).toEqual({ value: 1, more: false })
    expect((await bea.call(price, { params })).status).toBe(404)
    const ofHers = { ...params, parkingSessionId: other }
    expect((await bea.call(price, { params: ofHers })).body.price?.total.value).toBe(60)
  })
})

describe('what a cost was made up of', () => {
  test('F4: comes to the cost, by day, also when it was stopped before its end', async () => {
    const anna = await town.resident()
    const whole = await park(anna, { number: 'GBB01B', minutes: 26 * 60 })
    const stopped = await park(anna, { number: 'STOP1', minutes: 120 })
    town.now = mondayAtTen.add({ minutes: 24, seconds: 20 })
    const answer = await anna.call('POST /parking-sessions/{parkingSessionId}/_stop', {
      params: { parkingSessionId: stopped },
    })
    expect(answer.status).toBe(200)
    const again = await later(anna, { hours: 48 })
    const { body } = await again.call(history, { params: { productId: anna.productId } })
    for (const session of body.parkingSessions) {
      const params = { productId: anna.productId, parkingSessionId: session.id }
      const known = await again.call(price, { params })
      expect(known.body.price?.total).toEqual(session.cost)
      const amounts = known.body.price?.lines.map(({ amount }) => amount.value) ?? []
      expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(session.cost.value)
      expect(amounts).toHaveLength(session.id === whole ? 2 : 1)
    }
  })

  test('is not known where the municipality has corrected its fares since', async () => {
    const anna = await town.resident()
    const id = await park(anna, { number: 'GBB01B', minutes: 60 })
    await correctFares(anna.organisationId)
    const again = await later(anna, { hours: 2 })
    const params = { productId: anna.productId, parkingSessionId: id }
    const { status, body } = await again.call(price, { params })
    expect({ status, body }).toEqual({ status: 200, body: {} })
  })

  test('is asked of what has ended only', async () => {
    const anna = await town.resident()
    const id = await park(anna, { number: 'GBB01B', minutes: 60 })
    const params = { productId: anna.productId, parkingSessionId: id }
    expect(await anna.call(price, { params })).toMatchObject({ status: 404 })
  })
})

/** The same person, who signs in again where it took an hour. */
async function later(resident: Resident, passed: Temporal.DurationLike): Promise<Resident> {
  town.now = mondayAtTen.add(passed)
  return town.signIn(resident)
}

function cursor(text: string): string {
  return Buffer.from(text).toString('base64url')
}

async function count({ call, productId }: Resident) {
  const { body } = await call('GET /products/{productId}/history', { params: { productId } })
  return body.parkingSessions
}

async function readPages({ call, productId }: Resident) {
  const pages = []
  let after: string | undefined
  do {
    const { body } = await call(history, {
      params: { productId },
      ...(after !== undefined && { query: { after } }),
    })
    pages.push(body.parkingSessions)
    after = body.next
  } while (after !== undefined)
  return pages
}

type Parking = {
  readonly number: string
  readonly country?: string
  readonly minutes: number
  readonly inHours?: number
}

async function park({ call, productId }: Resident, { minutes, inHours, ...plate }: Parking) {
  const start = town.now.add({ hours: inHours ?? 0 })
  const { status, body } = await call('POST /products/{productId}/parking-sessions', {
    params: { productId },
    body: {
      plate,
      ...(inHours !== undefined && { start: start.toString() }),
      end: start.add({ minutes }).toString(),
    },
  })
  expect(status).toBe(201)
  return body.id
}

/** Free sessions of long ago, three ending at each moment, written at once: parking them is not meant. */
async function endedAlready(resident: Resident, sessions: number, from = 0): Promise<void> {
  const ended = Array.from({ length: sessions }, (_, n) => ({
    plate: `E${from + n}`,
    end: mondayAtTen.subtract({ hours: 1 + Math.floor((from + n) / 3) }),
  }))
  await insertEnded(town.db, resident, ended)
}

/** As if Bea, who may park on Anna's product from its whole balance, had started it. */
async function parkedByDelegate(session: string, anna: Resident, bea: Resident): Promise<void> {
  const id = await insertDelegate(town.db, anna, { ...bea, at: town.now })
  await town.db
    .updateTable('parking_sessions')
    .set({ started_by: bea.accountId, delegation_id: id })
    .where('id', '=', session)
    .execute()
}

async function correctFares(organisationId: string): Promise<void> {
  await town.db
    .updateTable('fare_parts')
    .set({ amount_per_step: '0.08' })
    .where((eb) =>
      eb(
        'fare_id',
        'in',
        eb.selectFrom('fares').select('id').where('organisation_id', '=', organisationId),
      ),
    )
    .execute()
  await town.db
    .updateTable('organisations')
    .set((eb) => ({ rules_revision: eb('rules_revision', '+', 1) }))
    .where('id', '=', organisationId)
    .execute()
}
