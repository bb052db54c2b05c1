import { plate } from '@2park/domain/plate'
import { beforeEach, describe, expect, test } from 'vitest'
import { forgetPlates } from '#modules/privacy/privacy.commands.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { findParkingRight } from './parking-rights.ts'

const town = await openTown()
const twoCars = { kind: 'plateSwitch', unit: 'none', plates: ['RED1', 'BLUE1'] } as const
const minutes = (count: number) => mondayAtTen.add({ minutes: count })
const thirteenWeeks = { hours: 91 * 24 }

beforeEach(() => {
  town.now = mondayAtTen
})

describe('the right to park of a plate, in an area at a moment', () => {
  test('is that of its session, as long as that really was', async () => {
    const anna = await town.resident()
    const session = await park(anna, 'GUEST1', minutes(60))
    expect(await rightOf(anna, 'GUEST1')).toBe('visitor until 2026-03-02T10:00:00Z')
    expect(await rightOf(anna, 'GUEST1', mondayAtTen.subtract({ seconds: 1 }))).toBe('none')
    expect(await rightOf(anna, 'GUEST2')).toBe('none')
    town.now = minutes(20)
    const stopped = { params: { parkingSessionId: session } }
    await anna.call('POST /parking-sessions/{parkingSessionId}/_stop', stopped)
    expect(await rightOf(anna, 'GUEST1')).toBe('none')
    expect(await rightOf(anna, 'GUEST1', mondayAtTen)).toBe('visitor until 2026-03-02T09:20:00Z')
  })

  test('is of that area, and of the plate of that country', async () => {
    const anna = await town.resident()
    const bram = await town.resident()
    await park(anna, 'GUEST1', minutes(60))
    expect(await rightOf({ areaId: bram.areaId }, 'GUEST1')).toBe('none')
    const foreign = { plate: plate('GUEST1', 'D'), areaId: anna.areaId }
    expect(await findParkingRight(town.db, foreign, mondayAtTen)).toBeUndefined()
  })

  test('O1: is that of a resident product for its active plate, now and in the past', async () => {
    const anna = await town.resident(twoCars)
    expect(await rightOf(anna, 'RED1')).toBe('none')
    await choose(anna, 'RED1')
    const yearEnd = mondayAtTen.add({ hours: 365 * 24 }).toString()
    expect(await rightOf(anna, 'RED1')).toBe(`plateSwitch until ${yearEnd}`)
    town.now = minutes(20)
    await choose(anna, 'BLUE1')
    expect(await rightOf(anna, 'RED1')).toBe('none')
    expect(await rightOf(anna, 'BLUE1')).toBe(`plateSwitch until ${yearEnd}`)
    expect(await rightOf(anna, 'RED1', mondayAtTen)).toBe('plateSwitch until 2026-03-02T09:20:00Z')
    expect(await rightOf(anna, 'BLUE1', mondayAtTen)).toBe('none')
  })

  test('is none of a resident product that is blocked, from then on', async () => {
    const anna = await town.resident({ ...twoCars, plates: ['RED1'], blockedAt: minutes(20) })
    expect(await rightOf(anna, 'RED1')).toBe('plateSwitch until 2026-03-02T09:20:00Z')
    expect(await rightOf(anna, 'RED1', minutes(20))).toBe('none')
  })

  test('K7: is known of no plate that has been forgotten', async () => {
    const anna = await town.resident(twoCars)
    await choose(anna, 'RED1')
    town.now = minutes(20)
    await choose(anna, 'BLUE1')
    const world = { db: town.db, now: () => town.now }
    town.now = minutes(20).add(thirteenWeeks).subtract({ seconds: 1 })
    await forgetPlates(world)
    expect(await rightOf(anna, 'RED1', mondayAtTen)).not.toBe('none')
    town.now = minutes(20).add(thirteenWeeks)
    await forgetPlates(world)
    expect(await rightOf(anna, 'RED1', mondayAtTen)).toBe('none')
    expect(await rightOf(anna, 'BLUE1')).not.toBe('none')
    expect(await historyOf(anna)).toEqual(['BLUE1'])
  })

  test('K7: the active plate is forgotten so long after its product is over', async () => {
    const valid = { start: mondayAtTen, end: minutes(60) }
    const anna = await town.resident({ ...twoCars, plates: ['RED1'], valid })
    town.now = minutes(60).add(thirteenWeeks)
    await forgetPlates({ db: town.db, now: () => town.now })
    expect(await historyOf(anna)).toEqual([])
  })
})

async function rightOf(
  { areaId }: Pick<Resident, 'areaId'>,
  number: string,
  at = town.now,
): Promise<string> {
  const right = await findParkingRight(town.db, { plate: plate(number), areaId }, at)
  return right ? `${right.kind} until ${right.until.toString()}` : 'none'
}

async function historyOf({ productId }: Resident): Promise<string[]> {
  const rows = await town.db
    .selectFrom('active_plates')
    .select('plate')
    .where('product_id', '=', productId)
    .execute()
  return rows.map((row) => row.plate)
}

async function park({ call, productId }: Resident, number: string, end: Temporal.Instant) {
  const body = { plate: { number }, end: end.toString() }
  const sent = { params: { productId }, body }
  const { status, body: session } = await call('POST /products/{productId}/parking-sessions', sent)
  expect(status).toBe(201)
  return session.id
}

async function choose({ call, productId }: Resident, number: string): Promise<void> {
  const sent = { params: { productId }, body: { plate: { number } } }
  const { status } = await call('PUT /products/{productId}/active-plate', sent)
  expect(status).toBe(200)
}
