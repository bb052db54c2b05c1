import { beforeEach, describe, expect, test } from 'vitest'
import { dump } from '../../../test/dump.ts'
import { forgetting } from '#jobs/forgetting.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { makeToken } from '../../../test/programs.ts'
import { actionsOf } from '../../../test/second-factor.ts'
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

async function list({ call }: Resident) {
  return (await call('GET /account/access-tokens')).body
}
