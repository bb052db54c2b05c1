import { beforeEach, describe, expect, test } from 'vitest'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { makeToken, programOf } from '../../../test/programs.ts'
import { delegateOf, revoke } from '../../../test/delegating.ts'
import { actionsOf } from '../../../test/second-factor.ts'
import { callsPerQuarter, failuresPerAddress } from './authenticating.ts'

const town = await openTown()
let start = mondayAtTen

// An hour apart, so that no test counts the tries of the one before.
beforeEach(() => {
  start = start.add({ hours: 1 })
  town.now = start
})

describe('calling with a token', () => {
  test('is done in the name of its owner, and it says when it was used last', async () => {
    const anna = await town.resident()
    const program = programOf(town, (await makeToken(anna)).secret)
    const { status, body } = await program('GET /products')
    expect([status, body.products.map(({ id }) => id)]).toEqual([200, [anna.productId]])
    town.now = start.add({ seconds: 59 })
    await program('GET /products')
    expect((await list(anna)).accessTokens[0]?.lastUsedAt).toBe(start.toString())
    town.now = start.add({ minutes: 1 })
    await program('GET /products')
    expect((await list(anna)).accessTokens[0]?.lastUsedAt).toBe(town.now.toString())
  })

  test('with one that reads parks nothing; with one that parks reads too', async () => {
    const anna = await town.resident()
    const reading = programOf(town, (await makeToken(anna)).secret)
    const parking = programOf(town, (await makeToken(anna, { scope: 'park' })).secret)
    const refused = await reading('POST /products/{productId}/parking-sessions', visit(anna))
    expect(refused).toMatchObject({ status: 403, body: { code: 'tokenScope' } })
    expect(refused.headers['www-authenticate']).toBe('Bearer error="insufficient_scope"')
    const parked = await parking('POST /products/{productId}/parking-sessions', visit(anna))
    expect(parked.status).toBe(201)
    const params = { parkingSessionId: parked.body.id }
    const { body } = await reading('GET /parking-sessions')
    expect(body.parkingSessions).toMatchObject([{ id: parked.body.id }])
    expect(
      await reading('POST /parking-sessions/{parkingSessionId}/_stop', { params }),
    ).toMatchObject({ status: 403 })
    expect(
      await parking('POST /parking-sessions/{parkingSessionId}/_stop', { params }),
    ).toMatchObject({ status: 200 })
  })

  test('for one product finds no other, and no session of another', async () => {
    const anna = await town.resident()
    const second = await town.resident({ holderId: anna.accountId })
    const eve = await town.resident()
    const { productId } = anna
    const program = programOf(town, (await makeToken(anna, { scope: 'park', productId })).secret)
    const own = await program('POST /products/{productId}/parking-sessions', visit(anna))
    expect(own.status).toBe(201)
    for (const { productId: other } of [second, eve]) {
      expect(
        await program('GET /products/{productId}', { params: { productId: other } }),
      ).toMatchObject({ status: 404 })
    }
    const elsewhere = await anna.call('POST /products/{productId}/parking-sessions', {
      ...visit({ productId: second.productId }),
    })
    for (const parkingSessionId of [elsewhere.body.id, crypto.randomUUID()]) {
      const call = program('POST /parking-sessions/{parkingSessionId}/_stop', {
        params: { parkingSessionId },
      })
      expect(await call).toMatchObject({ status: 404, body: { code: 'notFound' } })
    }
    for (const name of ['GET /products', 'GET /parking-sessions'] as const)
      expect(await program(name)).toMatchObject({ status: 403, body: { code: 'tokenScope' } })
    const params = { parkingSessionId: own.body.id }
    expect(
      await program('POST /parking-sessions/{parkingSessionId}/_stop', { params }),
    ).toMatchObject({ status: 200 })
  })

  test('can do no more than its owner: a delegation that is revoked ends it there', async () => {
    const anna = await town.resident({ delegations: 'plateOptional' })
    const { delegate, delegationId } = await delegateOf(town, anna)
    const { productId } = anna
    const token = await makeToken(delegate, { scope: 'park', productId })
    const program = programOf(town, token.secret)
    const params = { productId }
    expect(await program('GET /products/{productId}', { params })).toMatchObject({ status: 200 })
    await revoke(anna, delegationId)
    expect(await program('GET /products/{productId}', { params })).toMatchObject({ status: 404 })
    expect(await program('POST /products/{productId}/parking-sessions', visit(anna))).toMatchObject(
      { status: 409, body: { code: 'revoked' } },
    )
  })

  test('ends at its time, by revoking it, and by closing the account', async () => {
    const anna = await town.resident()
    const short = await makeToken(anna, { lifetimeDays: 30 })
    const long = await makeToken(anna)
    const longest = await makeToken(anna)
    const statusOf = async ({ secret }: { readonly secret: string }) => {
      const { status, body } = await programOf(town, secret)('GET /products')
      return [status, body.code]
    }
    const over = [401, 'tokenNotAccepted']
    town.now = start.add({ hours: 30 * 24 }).subtract({ seconds: 1 })
    expect(await statusOf(short)).toEqual([200, undefined])
    town.now = start.add({ hours: 30 * 24 })
    expect(await statusOf(short)).toEqual(over)

    const again = await town.signIn(anna)
    const params = { accessTokenId: long.id }
    const revokeIt = () => again.call('DELETE /account/access-tokens/{accessTokenId}', { params })
    expect((await revokeIt()).status).toBe(204)
    expect(await statusOf(long)).toEqual(over)
    expect((await revokeIt()).status).toBe(404)
    expect(await actionsOf(town, anna)).toContain('accessTokenRevoked')

    const { password } = anna
    expect((await again.call('POST /account/_close', { body: { password } })).status).toBe(204)
    expect(await statusOf(longest)).toEqual(over)
  })

  test('is no way to revoke another’s, and none is in another’s list', async () => {
    const [anna, eve] = [await town.resident(), await town.resident()]
    const { id } = await makeToken(anna)
    const params = { accessTokenId: id }
    expect(
      await eve.call('DELETE /account/access-tokens/{accessTokenId}', { params }),
    ).toMatchObject({ status: 404 })
    expect((await list(eve)).accessTokens).toEqual([])
  })

  test('is what a cookie does not stand in for: a token that is none is refused', async () => {
    const anna = await town.resident()
    const headers = { authorization: 'Bearer made-up' }
    const answer = await anna.call('GET /products', { headers })
    expect(answer).toMatchObject({ status: 401, body: { code: 'tokenNotAccepted' } })
    expect(answer.headers['www-authenticate']).toBe('Bearer error="invalid_token"')
  })

  test('is answered 429 too often, by its token and by a network that guesses', async () => {
    const anna = await town.resident()
    const { secret } = await makeToken(anna)
    const call = async (token: string, remoteAddress: string) => {
      const headers = { authorization: `Bearer ${token}` }
      const sent = { method: 'GET', url: '/api/v1/products', headers, remoteAddress } as const
      return town.app.inject(sent)
    }
    const statusOf = async (...shown: Parameters<typeof call>) => (await call(...shown)).statusCode
    for (let turn = 0; turn < failuresPerAddress; turn++)
      expect(await statusOf(`2park_${turn}`, '198.51.100.7')).toBe(401)
    expect(await statusOf('2park_more', '198.51.100.7')).toBe(429)
    expect(await statusOf(secret, '198.51.100.7')).toBe(200)
    expect((await call(secret, '198.51.100.7')).headers).toMatchObject(limitHeaders(898))
    await town.db
      .updateTable('rate_limits')
      .set({ tries: callsPerQuarter })
      .where('tries', '=', 2)
      .execute()
    const late = await call(secret, '198.51.100.8')
    expect([late.statusCode, late.headers]).toMatchObject([
      429,
      { 'retry-after': '900', ...limitHeaders(0) },
    ])
    town.now = start.add({ minutes: 15 })
    expect(await statusOf(secret, '198.51.100.8')).toBe(200)
  })
})

function visit({ productId }: Pick<Resident, 'productId'>) {
  const end = town.now.add({ hours: 1 }).toString()
  return { params: { productId }, body: { plate: { number: 'GBB01B' }, end } }
}

/** In a window that has just begun. */
function limitHeaders(left: number) {
  return { 'ratelimit-policy': '"default";q=900;w=900', ratelimit: `"default";r=${left};t=900` }
}

async function list({ call }: Resident) {
  return (await call('GET /account/access-tokens')).body
}
