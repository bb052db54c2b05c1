import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { delegateOf } from '../../../test/delegating.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { listOf, park, stop } from '../../../test/parking.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

describe('taking back a stop', () => {
  test('lets the session go on, priced as if it had never stopped', async () => {
    const anna = await town.resident()
    const id = await stoppedAfter(anna, { minutes: 20 })
    expect(await balanceOf(anna)).toBe(100_00 - 80)
    town.now = town.now.add({ seconds: 9 })
    const { status, body } = await undo(anna, id)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id,
      state: 'running',
      start: '2026-03-02T09:00:00Z',
      end: '2026-03-02T10:00:00Z',
      cost: { value: 240 },
    })
    expect(await balanceOf(anna)).toBe(100_00 - 240)
    expect(await listOf(anna)).toMatchObject([{ id, end: '2026-03-02T10:00:00Z' }])
  })

  test('happens once, however often it is asked, and may be stopped again', async () => {
    const anna = await town.resident()
    const id = await stoppedAfter(anna, { minutes: 20 })
    const key = randomUUID()
    const answers = [await undo(anna, id, key), await undo(anna, id, key)]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers[1]?.body).toEqual(answers[0]?.body)
    expect(await undo(anna, id)).toMatchObject({ status: 409, body: { code: 'stopNotUndoable' } })
    expect(await balanceOf(anna)).toBe(100_00 - 240)
    await stop(anna, id)
    expect(await balanceOf(anna)).toBe(100_00 - 80)
    expect((await undo(anna, id)).status).toBe(200)
  })

  test('of ten at once: one does', async () => {
    const anna = await town.resident()
    const id = await stoppedAfter(anna, { minutes: 20 })
    const answers = await Promise.all(Array.from({ length: 10 }, () => undo(anna, id)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await balanceOf(anna)).toBe(100_00 - 240)
  })

  test('is too late after a quarter of a minute', async () => {
    const anna = await town.resident()
    const id = await stoppedAfter(anna, { minutes: 20 })
    town.now = town.now.add({ seconds: 15 })
    expect(await undo(anna, id)).toMatchObject({ status: 409, body: { code: 'stopNotUndoable' } })
  })

  test('is too late after two minutes for who asked for time', async () => {
    const anna = await town.resident()
    await anna.call('PUT /account/messages', { body: { isLonger: true } })
    const id = await stoppedAfter(anna, { minutes: 20 })
    town.now = town.now.add({ seconds: 124 })
    expect((await undo(anna, id)).status).toBe(200)
    await stop(anna, id)
    town.now = town.now.add({ seconds: 125 })
    expect(await undo(anna, id)).toMatchObject({ status: 409, body: { code: 'stopNotUndoable' } })
  })

  test('is refused for a session that runs', async () => {
    const anna = await town.resident()
    const { body } = await park(anna, 'RUN1')
    expect(await undo(anna, body.id)).toMatchObject({
      status: 409,
      body: { code: 'stopNotUndoable' },
    })
  })

  test('and whoever takes its place at the same moment: one of them has it', async () => {
    for (let round = 0; round < 10; round++) {
      town.now = mondayAtTen
      const anna = await town.resident({ rules: { maxConcurrent: 1 } })
      const id = await stoppedAfter(anna, { minutes: 0 })
      const [undone, started] = await Promise.all([undo(anna, id), park(anna, 'OTHER1')])
      expect([undone, started].filter(({ status }) => status === 409)).toHaveLength(1)
      const refused = undone.status === 409 ? undone : started
      expect(refused.body.code).toBe('maxConcurrent')
    }
  })

  test('and whoever spends what came back at the same moment: one of them does', async () => {
    for (let round = 0; round < 10; round++) {
      town.now = mondayAtTen
      const anna = await town.resident({ balance: 240 })
      const id = await stoppedAfter(anna, { minutes: 0 })
      const [undone, started] = await Promise.all([undo(anna, id), park(anna, 'OTHER1')])
      expect([undone, started].filter(({ status }) => status === 409)).toHaveLength(1)
      const refused = undone.status === 409 ? undone : started
      expect(refused.body).toMatchObject({ code: 'balance', shortfall: { value: 240 } })
      expect(await balanceOf(anna)).toBe(0)
    }
  })

  test('is refused while the same plate was started anew', async () => {
    const anna = await town.resident()
    const id = await stoppedAfter(anna, { minutes: 20 })
    await park(anna, 'STOP1')
    expect(await undo(anna, id)).toMatchObject({
      status: 409,
      body: { code: 'plateAlreadyParked' },
    })
  })

  test("J6: is the delegate's from their own part, and nobody's once the delegation was revoked", async () => {
    const anna = await town.resident({ delegations: 'plateOptional' })
    const { delegate, delegationId } = await delegateOf(town, anna, { allotment: 10_00 })
    const id = await stoppedAfter(delegate, { minutes: 20 })
    expect((await undo(delegate, id)).status).toBe(200)
    await stop(delegate, id)
    await anna.call('POST /products/{productId}/delegations/{delegationId}/_revoke', {
      params: { productId: anna.productId, delegationId },
      body: { stopSessions: false },
    })
    for (const one of [anna, delegate]) {
      expect(await undo(one, id)).toMatchObject({ status: 409, body: { code: 'revoked' } })
    }
  })

  test("finds nothing of somebody else's", async () => {
    const anna = await town.resident()
    const id = await stoppedAfter(anna, { minutes: 20 })
    expect((await undo(await town.resident(), id)).status).toBe(404)
  })

  test('is in the audit trail', async () => {
    const anna = await town.resident()
    const id = await stoppedAfter(anna, { minutes: 20 })
    await undo(anna, id)
    const trail = await town.db
      .selectFrom('audit_entries')
      .select('action')
      .where('subject_id', '=', id)
      .orderBy('occurred_at')
      .orderBy('id')
      .execute()
    expect(trail.map(({ action }) => action)).toEqual([
      'sessionStarted',
      'sessionStopped',
      'sessionResumed',
    ])
  })
})

/** An hour from ten, stopped after so long. */
async function stoppedAfter(who: Resident, duration: Temporal.DurationLike): Promise<string> {
  const { body } = await park(who, 'STOP1')
  town.now = town.now.add(duration)
  expect((await stop(who, body.id)).status).toBe(200)
  return body.id
}

function undo({ call }: Resident, parkingSessionId: string, key?: string) {
  const params = { parkingSessionId }
  return call('POST /parking-sessions/{parkingSessionId}/_resume', {
    params,
    ...(key !== undefined && { key }),
  })
}

async function balanceOf({ call }: Resident): Promise<number | undefined> {
  const { body } = await call('GET /products')
  return body.products[0]?.balance.value
}
