import { plate } from '@2park/domain/plate'
import { beforeEach, describe, expect, test } from 'vitest'
import { findParkingRight } from '#modules/parking-rights/parking-rights.ts'
import type { Given } from '../../../test/arrange.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'

const town = await openTown()
const oneCar = { kind: 'temporaryPlate', unit: 'none', plates: ['OWN1'] } as const
const productEnd = mondayAtTen.add({ hours: 365 * 24 })
const minutes = (count: number) => mondayAtTen.add({ minutes: count }).toString()

beforeEach(() => {
  town.now = mondayAtTen
})

describe('a temporary plate', () => {
  test('H1: may be left without an end, and costs nothing where there is no balance', async () => {
    const anna = await town.resident(oneCar)
    const { status, body } = await start(anna, { number: 'RENT1' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      state: 'running',
      openEnded: true,
      extendable: false,
      end: productEnd.toString(),
      cost: { unit: 'none', value: 0 },
    })
    const { body: listed } = await anna.call('GET /parking-sessions')
    expect(listed.parkingSessions).toMatchObject([{ id: body.id, openEnded: true }])
  })

  test('H1: may begin later, and have an end', async () => {
    const anna = await town.resident(oneCar)
    const planned = await start(anna, { number: 'RENT1', start: minutes(30) })
    expect(planned.body).toMatchObject({ state: 'planned', openEnded: true })
    await remove(anna, planned.body.id)
    const ending = await start(anna, { number: 'RENT1', end: minutes(60) })
    expect(ending.body).toMatchObject({ end: '2026-03-02T10:00:00Z', extendable: true })
    expect(ending.body).not.toHaveProperty('openEnded')
  })

  test('H2, H3: takes the place of the own plate, to the second, until it is stopped', async () => {
    const anna = await town.resident(oneCar)
    expect(await holderAt(anna, town.now)).toBe('OWN1')
    const { body } = await start(anna, { number: 'RENT1' })
    expect(await holderAt(anna, town.now)).toBe('RENT1')
    expect(await holderAt(anna, town.now.subtract({ seconds: 1 }))).toBe('OWN1')

    town.now = mondayAtTen.add({ minutes: 20 })
    const stopped = await stop(anna, body.id)
    expect(stopped.body).toMatchObject({ state: 'ended', end: '2026-03-02T09:20:00Z' })
    expect(stopped.body).not.toHaveProperty('openEnded')
    expect(await holderAt(anna, town.now)).toBe('OWN1')
    expect(await holderAt(anna, town.now.subtract({ seconds: 1 }))).toBe('RENT1')
  })

  test('H3: gives the own plate back by itself at its end', async () => {
    const anna = await town.resident(oneCar)
    await start(anna, { number: 'RENT1', end: minutes(60) })
    expect(await holderAt(anna, mondayAtTen.add({ minutes: 60 }))).toBe('OWN1')
  })

  test('H1, R3: is one at a time, also of fifty at once', async () => {
    const anna = await town.resident(oneCar)
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => start(anna, { number: `RENT${n}` })),
    )
    const codes = answers.map(({ status, body }) => (status === 201 ? 'started' : body.code))
    expect(codes.filter((code) => code === 'started')).toHaveLength(1)
    expect(codes.filter((code) => code === 'maxConcurrent')).toHaveLength(49)
  })

  test('H4, G3: lasts no longer than the municipality allows, if it has an end', async () => {
    const anna = await town.resident({ ...oneCar, rules: { maxDurationSeconds: 3_600 } })
    const refused = await start(anna, { number: 'RENT1', end: minutes(120) })
    expect(refused).toMatchObject({ status: 409, body: { code: 'maxDuration' } })
    expect(refused.body.alternatives).toMatchObject([{ kind: 'shorter', end: minutes(60) }])
    expect(await start(anna, { number: 'RENT1' })).toMatchObject({ status: 201 })
  })

  test('H4, G2: on a product with a balance lasts as long as that affords', async () => {
    const anna = await town.resident({ ...oneCar, unit: 'money', balance: 240 })
    const refused = await start(anna, { number: 'RENT1' })
    expect(refused).toMatchObject({ status: 409, body: { code: 'balance' } })
    const [alternative] = refused.body.alternatives ?? []
    expect(alternative).toMatchObject({ kind: 'shorter', end: minutes(60), price: { value: 240 } })
    const taken = await start(anna, { number: 'RENT1', end: alternative?.end ?? '' })
    expect(taken).toMatchObject({ status: 201, body: { cost: { unit: 'money', value: 240 } } })
  })

  test('G5: in another place in time it stays open, and is accepted as it was offered', async () => {
    const anna = await town.resident(oneCar)
    await start(anna, { number: 'RENT1', end: minutes(60) })
    const refused = await start(anna, { number: 'RENT2' })
    const later = refused.body.alternatives?.find(({ kind }) => kind === 'later')
    expect(later).toMatchObject({ start: minutes(60) })
    expect(later).not.toHaveProperty('end')
    const taken = await start(anna, { number: 'RENT2', start: later?.start ?? '' })
    expect(taken.body).toMatchObject({ openEnded: true })
  })

  test('a quote says that it has no end', async () => {
    const anna = await town.resident(oneCar)
    const sent = { params: { productId: anna.productId }, body: { plate: { number: 'RENT1' } } }
    const { body } = await anna.call('POST /products/{productId}/quotes', sent)
    expect(body).toMatchObject({ outcome: 'accepted', openEnded: true, price: { lines: [] } })
  })
})

test('O1: where only a plate is chosen no session can be started or quoted', async () => {
  const anna = await town.resident({ ...oneCar, kind: 'plateSwitch' })
  const code = 'sessionsNotOffered'
  expect(await start(anna, { number: 'RENT1' })).toMatchObject({ status: 409, body: { code } })
  const params = { productId: anna.productId }
  const quote = await anna.call('POST /products/{productId}/quotes', { params, body: {} })
  expect(quote).toMatchObject({ status: 409, body: { code } })
})

test('O3, R3: a pool has as many places as rights were bought, and the fifty-first gets none', async () => {
  const company = { kind: 'pool', unit: 'none', rightsBought: 49 } satisfies Given
  const firm = await town.resident(company)
  for (let n = 0; n < 48; n++) await start(firm, { number: `VAN${n}`, end: minutes(60) })
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => start(firm, { number: `BUS${n}`, end: minutes(60) })),
  )
  const started = answers.filter(({ status }) => status === 201)
  expect(started).toHaveLength(1)
  const refused = answers.find(({ status }) => status === 409)
  expect(refused?.body.code).toBe('maxConcurrent')
  const { body } = await firm.call('GET /products/{productId}', {
    params: { productId: firm.productId },
  })
  expect(body).toMatchObject({ rights: { bought: 49, inUse: 49 }, rules: { maxConcurrent: 49 } })
})

type Wish = { readonly number: string; readonly start?: string; readonly end?: string }

function start({ call, productId }: Resident, { number, ...times }: Wish) {
  const sent = { params: { productId }, body: { plate: { number }, ...times } }
  return call('POST /products/{productId}/parking-sessions', sent)
}

function stop({ call }: Resident, parkingSessionId: string) {
  return call('POST /parking-sessions/{parkingSessionId}/_stop', { params: { parkingSessionId } })
}

function remove({ call }: Resident, parkingSessionId: string) {
  return call('DELETE /parking-sessions/{parkingSessionId}', { params: { parkingSessionId } })
}

/** Which of the two plates has the right; both never have. */
async function holderAt({ areaId }: Resident, at: Temporal.Instant): Promise<string> {
  const holders: string[] = []
  for (const number of ['OWN1', 'RENT1']) {
    if (await findParkingRight(town.db, { plate: plate(number), areaId }, at)) holders.push(number)
  }
  return holders.join()
}
