import { sql } from 'kysely'
import { beforeEach, describe, expect, inject, test } from 'vitest'
import { forgetting } from '#jobs/forgetting.ts'
import { startJobs } from '#jobs/jobs.ts'
import { insertEnded } from '../../../test/already-there.ts'
import { databaseOn } from '../../../test/administer.ts'
import { dump, tablesWith } from '../../../test/dump.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { forgetPlates, platesAtATime } from './privacy.commands.ts'
import { privacyJobs } from './privacy.jobs.ts'

const town = await openTown()
const world = { db: town.db, now: () => town.now }
const days = (count: number) => ({ hours: count * 24 })

beforeEach(() => {
  town.now = mondayAtTen
})

describe('forgetting plates', () => {
  test('K7: after 91 days a plate is nowhere in the whole database', async () => {
    const anna = await town.resident()
    await useInEveryWay(anna, 'SECRET1')
    const kept = { plate: { number: 'KEPT1' }, name: 'Oma' }
    const params = { productId: anna.productId }
    await anna.call('POST /products/{productId}/favourites', { params, body: kept })
    expect((await dump(town.db)).match(/SECRET1/g)?.length).toBeGreaterThan(3)

    town.now = mondayAtTen.add(days(95))
    await runEveryJob()
    const everything = await dump(town.db)
    expect(everything).toContain('-- jobs.job')
    expect(everything).toContain(anna.email)
    expect(everything).toContain('KEPT1')
    expect(everything).not.toMatch(/SECRET1/i)
  })

  test('K7: the plates of a resident product are nowhere 91 days after it is over', async () => {
    const valid = { start: mondayAtTen, end: mondayAtTen.add(days(10)) }
    const twoCars = { kind: 'plateSwitch', unit: 'none', plates: ['OWNCAR1', 'OWNCAR2'] } as const
    const anna = await town.resident({ ...twoCars, valid })
    const params = { productId: anna.productId }
    const body = { plate: { number: 'OWNCAR1' } }
    await anna.call('PUT /products/{productId}/active-plate', { params, body })
    const tables = await tablesWith(town.db, 'OWNCAR')
    expect(tables).toEqual(expect.arrayContaining(['active_plates', 'product_plates']))
    town.now = valid.end.add(days(91)).subtract({ seconds: 1 })
    await runEveryJob()
    expect(await tablesWith(town.db, 'OWNCAR')).toEqual(['active_plates', 'product_plates'])
    town.now = valid.end.add(days(91))
    await runEveryJob()
    expect(await tablesWith(town.db, 'OWNCAR')).toEqual([])
  })

  test('K7: a planned session that was deleted keeps its plate from then, not from its booked end', async () => {
    const anna = await town.resident()
    const session = await park(anna, { number: 'PLANNED1', minutes: 30, inHours: 5 * 24 })
    const params = { parkingSessionId: session }
    await anna.call('DELETE /parking-sessions/{parkingSessionId}', { params })
    town.now = mondayAtTen.add(days(91)).subtract({ seconds: 1 })
    await runEveryJob()
    expect(await tablesWith(town.db, 'PLANNED1')).toEqual(['parking_sessions'])
    town.now = mondayAtTen.add(days(91))
    await runEveryJob()
    expect(await tablesWith(town.db, 'PLANNED1')).toEqual([])
  })

  test('K7: is on time, to the second, counted from the real end', async () => {
    const anna = await town.resident()
    const session = await park(anna, { number: 'EARLY1', minutes: 600 })
    town.now = mondayAtTen.add({ minutes: 20 })
    await anna.call('POST /parking-sessions/{parkingSessionId}/_stop', {
      params: { parkingSessionId: session },
    })
    const stoppedAt = town.now
    town.now = stoppedAt.add(days(91)).subtract({ seconds: 1 })
    await forgetPlates(world)
    expect(await plateOf(session)).toBe('EARLY1')
    town.now = stoppedAt.add(days(91))
    await forgetPlates(world)
    expect(await plateOf(session)).toBeNull()
  })

  test('K7: is never shown beyond its time, also when the job is late', async () => {
    const anna = await town.resident()
    await park(anna, { number: 'LATE1', minutes: 60 })
    town.now = mondayAtTen.add({ hours: 1 }).add(days(91))
    const again = await town.signIn(anna)
    const params = { productId: anna.productId }
    const { body } = await again.call('GET /products/{productId}/history/parking-sessions', {
      params,
    })
    expect(body.parkingSessions).toMatchObject([{ cost: { value: 240 } }])
    expect(body.parkingSessions[0]).not.toHaveProperty('plate')
    expect(body.parkingSessions[0]).not.toHaveProperty('plateKeptUntil')
  })

  test('K7: leaves the session with its times and its cost, and everything that lists it works', async () => {
    const anna = await town.resident()
    const session = await park(anna, { number: 'GONE1', minutes: 60 })
    town.now = mondayAtTen.add(days(92))
    await forgetPlates(world)
    const { call, productId } = await town.signIn(anna)
    const params = { productId, parkingSessionId: session }
    const listed = await call('GET /products/{productId}/history/parking-sessions', { params })
    expect(listed.body.parkingSessions).toMatchObject([{ id: session, cost: { value: 240 } }])
    const recent = await call('GET /products/{productId}/recent-plates', { params })
    expect(recent.body.recentPlates).toEqual([])
    const query = { state: 'ended' }
    const lists = [
      await call('GET /parking-sessions', { query }),
      await call('GET /products/{productId}/parking-sessions', { params, query }),
    ]
    expect(lists.map(({ status, body }) => [status, body.parkingSessions])).toEqual([
      [200, []],
      [200, []],
    ])
    const stopped = await call('POST /parking-sessions/{parkingSessionId}/_stop', { params })
    expect(stopped.status).toBe(404)
  })

  test('goes sooner where the municipality says so, and never later than the law', async () => {
    const anna = await town.resident()
    const bram = await town.resident()
    await setPlateDays(anna.organisationId, 2)
    const [hers, his] = [
      await park(anna, { number: 'SHORT1', minutes: 60 }),
      await park(bram, { number: 'LONG1', minutes: 60 }),
    ]
    town.now = mondayAtTen.add(days(3))
    await forgetPlates(world)
    expect(await plateOf(hers)).toBeNull()
    expect(await plateOf(his)).toBe('LONG1')
    await expect(setPlateDays(anna.organisationId, 92)).rejects.toThrow('thirteen_weeks')
  })

  test('takes many in small turns, each once, also by two processes at the same time', async () => {
    const anna = await town.resident({ balance: 0 })
    const many = platesAtATime + 20
    await endedLongAgo(anna, many)
    await Promise.all([forgetPlates(world), forgetPlates(world)])
    await forgetPlates(world)
    const { rows } = await sql<{ left: number }>`
      select count(plate) as left from parking_sessions where product_id = ${anna.productId}
    `.execute(town.db)
    expect(rows).toEqual([{ left: 0 }])
    const trail = await town.db
      .selectFrom('audit_entries')
      .select('action')
      .where('organisation_id', '=', anna.organisationId)
      .where('action', '=', 'platesForgotten')
      .execute()
    expect(trail.length).toBeGreaterThanOrEqual(2)
    expect(trail.length).toBeLessThanOrEqual(3)
  })
})

/** Everything that a plate can pass through: booking, planning, refusals, retries, quotes, changes. */
async function useInEveryWay(anna: Resident, number: string): Promise<void> {
  const params = { productId: anna.productId }
  const session = await park(anna, { number, minutes: 30 })
  const body = { plate: { number }, end: mondayAtTen.add({ minutes: 20 }).toString() }
  const start = { params, body, key: 'refused' }
  const refused = await anna.call('POST /products/{productId}/parking-sessions', start)
  expect(refused.body.code).toBe('plateAlreadyParked')
  await anna.call('POST /products/{productId}/quotes', { params, body })
  const change = { params: { parkingSessionId: session } }
  const end = mondayAtTen.add({ minutes: 50 }).toString()
  await anna.call('POST /parking-sessions/{parkingSessionId}/_extend', {
    ...change,
    body: { end },
    key: 'extend',
  })
  await anna.call('POST /parking-sessions/{parkingSessionId}/_stop', { ...change, key: 'stop' })
  const planned = await park(anna, { number, minutes: 30, inHours: 24 })
  const deleted = { params: { parkingSessionId: planned }, key: 'delete' }
  await anna.call('DELETE /parking-sessions/{parkingSessionId}', deleted)
}

async function runEveryJob(): Promise<void> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(town.db)
  const url = databaseOn(inject('postgres').server, rows[0]?.name ?? '')
  const jobs = [...forgetting, ...privacyJobs]
  const report = (error: Error) => {
    throw error
  }
  const started = await startJobs({ url, world, jobs, report })
  await started.stop()
  for (const { run } of jobs) await run(world)
}

type Parking = { readonly number: string; readonly minutes: number; readonly inHours?: number }

async function park({ call, productId }: Resident, { number, minutes, inHours = 0 }: Parking) {
  const start = town.now.add({ hours: inHours })
  const { status, body } = await call('POST /products/{productId}/parking-sessions', {
    params: { productId },
    body: {
      plate: { number },
      ...(inHours > 0 && { start: start.toString() }),
      end: start.add({ minutes }).toString(),
    },
    key: `park-${number}-${inHours}`,
  })
  expect(status).toBe(201)
  return body.id
}

async function plateOf(id: string): Promise<string | null | undefined> {
  const sessions = town.db.selectFrom('parking_sessions').select('plate').where('id', '=', id)
  return (await sessions.executeTakeFirst())?.plate
}

async function setPlateDays(organisationId: string, plateDays: number): Promise<void> {
  await town.db
    .updateTable('organisations')
    .set({ plate_days: plateDays })
    .where('id', '=', organisationId)
    .execute()
}

async function endedLongAgo(resident: Resident, count: number): Promise<void> {
  const end = mondayAtTen.subtract(days(100))
  const ended = Array.from({ length: count }, (_, n) => ({ plate: `OLD${n}`, end }))
  await insertEnded(town.db, resident, ended)
}
