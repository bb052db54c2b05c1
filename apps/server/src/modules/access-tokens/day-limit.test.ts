import { plate } from '@2park/domain/plate'
import { beforeEach, describe, expect, test } from 'vitest'
import { startSession } from '#modules/parking-sessions/index.ts'
import type { Client } from '../../../test/http-client.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { makeToken, programOf } from '../../../test/programs.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

/** An hour costs €2.40. */
describe('the most that a token may spend in a day', () => {
  test('holds for what it starts, extends and plans; what is over it is refused', async () => {
    const { program, anna, spent } = await programWith(7_20)
    const first = await park(program, anna, { number: 'A1', hours: 1 })
    expect(first.status).toBe(201)
    expect(await spent()).toBe(2_40)
    const params = { parkingSessionId: first.body.id }
    const extend = (hours: number) =>
      program('POST /parking-sessions/{parkingSessionId}/_extend', {
        params,
        body: { end: mondayAtTen.add({ hours }).toString() },
      })
    expect((await extend(2)).status).toBe(200)
    expect(await spent()).toBe(4_80)
    expect(await extend(4)).toMatchObject({ status: 409, body: { code: 'tokenDayLimit' } })
    const tomorrow = mondayAtTen.add({ hours: 24 })
    expect((await park(program, anna, { number: 'A2', hours: 1, start: tomorrow })).status).toBe(
      201,
    )
    expect(await spent()).toBe(7_20)
    const more = await park(program, anna, { number: 'A3', hours: 1 })
    expect(more).toMatchObject({ status: 409, body: { code: 'tokenDayLimit' } })
    const { body } = await anna.call('GET /products/{productId}', {
      params: { productId: anna.productId },
    })
    expect(body.balance.value).toBe(100_00 - 7_20)
  })

  test('holds however many calls come at once', async () => {
    const { program, anna, spent } = await programWith(5_00)
    const numbers = ['B1', 'B2', 'B3', 'B4', 'B5', 'B6']
    const answers = await Promise.all(
      numbers.map((number) => park(program, anna, { number, hours: 1 })),
    )
    const told = answers.map(({ status, body }) => body.code ?? String(status))
    expect(told.toSorted()).toEqual([
      '201',
      '201',
      ...Array.from({ length: 4 }, () => 'tokenDayLimit'),
    ])
    expect(await spent()).toBe(4_80)
  })

  test('begins anew at midnight by the clock of the municipality', async () => {
    const { program, anna, spent } = await programWith(2_40)
    town.now = Temporal.Instant.from('2026-03-02T21:00:00+01:00')
    expect((await park(program, anna, { number: 'C1', hours: 1 })).status).toBe(201)
    const morning = Temporal.Instant.from('2026-03-03T09:00:00+01:00')
    const plan = (number: string) => park(program, anna, { number, hours: 1, start: morning })
    town.now = Temporal.Instant.from('2026-03-02T23:59:59+01:00')
    expect(await plan('C2')).toMatchObject({ status: 409, body: { code: 'tokenDayLimit' } })
    town.now = Temporal.Instant.from('2026-03-03T00:00:00+01:00')
    expect((await plan('C2')).status).toBe(201)
    expect(await spent()).toBe(2_40)
  })

  test('has room again for what came back that day, of what the token itself paid', async () => {
    const { program, anna, spent } = await programWith(4_80)
    const stop = (by: Client, parkingSessionId: string) =>
      by('POST /parking-sessions/{parkingSessionId}/_stop', { params: { parkingSessionId } })
    const first = await park(program, anna, { number: 'D1', hours: 2 })
    const own = await park(anna.call, anna, { number: 'D2', hours: 4 })
    town.now = mondayAtTen.add({ hours: 1 })
    expect((await stop(program, first.body.id)).status).toBe(200)
    expect(await spent()).toBe(2_40)
    // Somebody else's money does not make the token any richer.
    expect((await stop(program, own.body.id)).status).toBe(200)
    expect(await spent()).toBe(2_40)
    const plan = { number: 'D3', hours: 1, start: mondayAtTen.add({ hours: 5 }) }
    const planned = await park(program, anna, plan)
    expect([planned.status, await spent()]).toEqual([201, 4_80])
    const params = { parkingSessionId: planned.body.id }
    expect((await program('DELETE /parking-sessions/{parkingSessionId}', { params })).status).toBe(
      204,
    )
    expect(await spent()).toBe(2_40)
  })

  test('counts a retried call once', async () => {
    const { program, anna, spent } = await programWith(10_00)
    const answers = await Promise.all(
      [1, 2, 3].map(() => park(program, anna, { number: 'E1', hours: 1, key: 'same' })),
    )
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(await spent()).toBe(2_40)
  })

  test('takes nothing of what is refused for another reason', async () => {
    const { program, anna, spent } = await programWith(10_00)
    await park(program, anna, { number: 'F1', hours: 1 })
    const again = await park(program, anna, { number: 'F1', hours: 1 })
    expect(again).toMatchObject({ status: 409, body: { code: 'plateAlreadyParked' } })
    expect(await spent()).toBe(2_40)
  })

  test('books nothing once the token was revoked, however late that is', async () => {
    const { anna, tokenId } = await programWith(10_00)
    const [accessToken] = await town.db
      .deleteFrom('access_tokens')
      .where('id', '=', tokenId)
      .returning('account_id')
      .execute()
    const world = { ...town, now: () => town.now, publicUrl: new URL('https://2park.example') }
    const actor = { accountId: accessToken?.account_id ?? '', limitedTokenId: tokenId }
    const wish = { productId: anna.productId, plate: plate('G1'), start: 'now' } as const
    const booking = startSession(world, actor, { ...wish, end: town.now.add({ hours: 1 }) })
    await expect(booking).rejects.toThrow('tokenNotAccepted')
    expect((await anna.call('GET /parking-sessions')).body.parkingSessions).toEqual([])
  })

  test('is guarded by the table itself', async () => {
    const { tokenId } = await programWith(5_00)
    const overspend = town.db
      .updateTable('access_tokens')
      .set({ spent: 5_01 })
      .where('id', '=', tokenId)
      .execute()
    await expect(overspend).rejects.toThrow('day_limit_holds')
  })
})

async function programWith(dayLimit: number) {
  const anna = await town.resident()
  const { productId } = anna
  const { secret, id: tokenId } = await makeToken(anna, { scope: 'park', productId, dayLimit })
  const spent = async () => {
    const again = await town.signIn(anna)
    const { body } = await again.call('GET /account/access-tokens')
    return body.accessTokens[0]?.spentToday?.value
  }
  return { anna, tokenId, program: programOf(town, secret), spent }
}

type Visit = {
  readonly number: string
  readonly hours: number
  readonly start?: Temporal.Instant
  readonly key?: string
}

function park(by: Client, { productId }: Resident, { number, hours, start, key }: Visit) {
  const end = (start ?? town.now).add({ hours }).toString()
  const body = { plate: { number }, end, ...(start && { start: start.toString() }) }
  const params = { productId }
  return by('POST /products/{productId}/parking-sessions', {
    params,
    body,
    ...(key !== undefined && { key }),
  })
}
