import { beforeEach, describe, expect, test } from 'vitest'
import { dump } from '../../../test/dump.ts'
import { forgetting } from '#jobs/forgetting.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { makeToken, programOf } from '../../../test/programs.ts'
import { delegateOf, revoke } from '../../../test/delegating.ts'
import { actionsOf } from '../../../test/second-factor.ts'
import { callsPerQuarter, failuresPerAddress } from './authenticating.ts'
import { mostAccessTokens } from './making.commands.ts'

const town = await openTown()
let start = mondayAtTen

// An hour apart, so that no test counts the tries of the one before.
beforeEach(() => {
  start = start.add({ hours: 1 })
  town.now = start
})

describe('making a token', () => {
  test('shows it once, lists it, and tells by mail', async () => {
    const anna = await town.resident()
    const { productId } = anna
    const body = {
      name: ' Home Assistant ',
      scope: 'park',
      productId,
      dayLimit: 500,
      lifetimeDays: 90,
    }
    const made = await anna.call('POST /account/access-tokens', { body })
    const listed = {
      id: made.body.accessToken.id,
      name: 'Home Assistant',
      scope: 'park',
      productId,
      dayLimit: { unit: 'money', value: 500 },
      spentToday: { unit: 'money', value: 0 },
      createdAt: start.toString(),
      expiresAt: start.add({ hours: 90 * 24 }).toString(),
    }
    expect(made).toMatchObject({ status: 201, body: { accessToken: listed } })
    expect(made.body.secret).toMatch(/^2park_[\w-]{43}$/)
    expect((await list(anna)).accessTokens).toEqual([listed])
    expect(await town.mailsTo(anna.email)).toMatchObject([
      {
        subject: 'Er is een toegangstoken gemaakt',
        text: expect.stringMatching(
          /Home Assistant[.] Wie het heeft, kan namens u parkeren met Bezoekersregeling[.]/,
        ),
        links: ['https://2park.example/access-tokens'],
      },
    ])
    expect(await actionsOf(town, anna)).toEqual(['signedIn', 'accessTokenMade'])
  })

  test('keeps nothing of it that could be used', async () => {
    const anna = await town.resident()
    const sent = { body: { name: 'Script', scope: 'read', lifetimeDays: 30 }, key: 'make-1' }
    const made = await anna.call('POST /account/access-tokens', sent)
    const again = await anna.call('POST /account/access-tokens', sent)
    expect(again.body).toEqual({ accessToken: made.body.accessToken })
    expect((await list(anna)).accessTokens).toHaveLength(1)
    expect(await dump(town.db)).not.toContain(made.body.secret)
  })

  test('asks for the password where signing in is long ago', async () => {
    const anna = await town.resident()
    town.now = start.add({ minutes: 10 })
    const make = () =>
      anna.call('POST /account/access-tokens', {
        body: { name: 'Script', scope: 'read', lifetimeDays: 30 },
      })
    expect(await make()).toMatchObject({ status: 409, body: { code: 'passwordNeeded' } })
    const { password } = anna
    await anna.call('POST /sign-ins/current/_confirm', { body: { password } })
    expect(await make()).toMatchObject({ status: 201 })
  })

  test('says everything that is wrong at once', async () => {
    const anna = await town.resident()
    const wrong = async (body: object) => {
      const answer = await anna.call('POST /account/access-tokens', { body })
      return [answer.status, answer.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)]
    }
    expect(await wrong({ name: ' ', scope: 'everything', lifetimeDays: 7 })).toEqual([
      400,
      ['/name tooShort', '/scope notAllowed', '/lifetimeDays notAllowed'],
    ])
    expect(await wrong({ name: 'x', scope: 'read', dayLimit: 500 })).toEqual([
      400,
      ['/dayLimit notAllowed', '/productId required', '/lifetimeDays required'],
    ])
    expect(await wrong({ name: 'x', scope: 'calendar', lifetimeDays: 30 })).toEqual([
      400,
      ['/lifetimeDays notAllowed'],
    ])
    const free = await town.resident({ unit: 'none', balance: 0 })
    const body = { name: 'x', scope: 'park', dayLimit: 5, lifetimeDays: 30 }
    const answer = await free.call('POST /account/access-tokens', {
      body: { ...body, productId: free.productId },
    })
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/dayLimit' }] } })
  })

  test('is for a product that one may park on', async () => {
    const [anna, eve] = [await town.resident(), await town.resident()]
    const body = { name: 'x', scope: 'read', lifetimeDays: 30, productId: anna.productId }
    expect(await eve.call('POST /account/access-tokens', { body })).toMatchObject({ status: 404 })
  })

  test('makes so many and no more, also when the last ones come at once', async () => {
    const anna = await town.resident()
    for (let n = 1; n < mostAccessTokens; n++) await makeToken(anna)
    const body = { name: 'last', scope: 'read', lifetimeDays: 30 }
    const last = await Promise.all(
      [1, 2, 3].map(() => anna.call('POST /account/access-tokens', { body })),
    )
    expect(last.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
    expect(last.find(({ status }) => status === 409)?.body.code).toBe('tooManyAccessTokens')
  })
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

test('tokens are part of what is held about somebody, without what they open', async () => {
  const anna = await town.resident()
  const { id, secret } = await makeToken(anna)
  const { body } = await anna.call('GET /account/held-data')
  expect(body.accessTokens).toMatchObject([{ id, name: 'Home Assistant', scope: 'read' }])
  expect(JSON.stringify(body)).not.toContain(secret)
})

test('a token is forgotten thirty days after its end, and an address of a calendar never', async () => {
  const anna = await town.resident()
  const calendar = await makeToken(anna, { scope: 'calendar' })
  const short = await makeToken(anna, { lifetimeDays: 30 })
  const run = async () => {
    for (const job of forgetting) await job.run({ db: town.db, now: () => town.now })
    const rows = await town.db
      .selectFrom('access_tokens')
      .select('id')
      .where('account_id', '=', anna.accountId)
      .orderBy('id')
      .execute()
    return rows.map(({ id }) => id)
  }
  town.now = start.add({ hours: 60 * 24 }).subtract({ seconds: 1 })
  expect(await run()).toEqual([calendar.id, short.id])
  town.now = town.now.add({ seconds: 1 })
  expect(await run()).toEqual([calendar.id])
})

function visit({ productId }: Pick<Resident, 'productId'>) {
  const end = town.now.add({ hours: 1 }).toString()
  return { params: { productId }, body: { plate: { number: 'GBB01B' }, end } }
}

async function list({ call }: Resident) {
  return (await call('GET /account/access-tokens')).body
}

/** In a window that has just begun. */
function limitHeaders(left: number) {
  return { 'ratelimit-policy': '"default";q=900;w=900', ratelimit: `"default";r=${left};t=900` }
}
