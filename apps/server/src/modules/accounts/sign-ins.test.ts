import { beforeEach, describe, expect, test } from 'vitest'
import { clientOf, cookieOf, type Client } from '../../../test/http-client.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0'

describe('being signed in', () => {
  test('A10: ends on the server when one signs out', async () => {
    const anna = await town.resident()
    const { status, headers } = await anna.call('DELETE /sign-ins/current')
    expect(status).toBe(204)
    expect(String(headers['set-cookie'])).toMatch(/^__Host-session=; .*Expires=Thu, 01 Jan 1970/)
    expect(await anna.call('GET /account')).toMatchObject({
      status: 401,
      body: { code: 'notSignedIn' },
    })
  })

  test('A9: ends after half an hour without a call, says why, and goes on with one', async () => {
    const anna = await town.resident()
    const after = async (minutes: number) => {
      town.now = town.now.add({ minutes })
      const { status, body } = await anna.call('GET /account')
      return body.code ?? status
    }
    expect([await after(29), await after(29), await after(30)]).toEqual([200, 200, 'signedOutIdle'])
  })

  test('A9: an app that asks by itself keeps nobody signed in', async () => {
    const anna = await town.resident()
    const statuses = []
    for (let minute = 0; minute < 30; minute++) {
      town.now = town.now.add({ minutes: 1 })
      const headers = { 'idle-seconds': String((minute + 1) * 60) }
      statuses.push((await anna.call('GET /account', { headers })).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 29 }, () => 200), 401])
  })

  test('ends after twelve hours, however active, and says why', async () => {
    const anna = await town.resident()
    const codes = []
    for (let turn = 0; turn < 36; turn++) {
      town.now = town.now.add({ minutes: 20 })
      const { status, body } = await anna.call('GET /account')
      codes.push(body.code ?? status)
    }
    expect(codes).toEqual([...Array.from({ length: 35 }, () => 200), 'signInExpired'])
  })

  test('A9: says until when it lasts, and every call makes it last longer', async () => {
    const anna = await town.resident()
    expect(await current(anna.call)).toEqual({
      asOf: '2026-03-02T09:00:00Z',
      endsAt: '2026-03-02T09:30:00Z',
      isProlongable: true,
      isRemembered: false,
    })
    town.now = town.now.add({ minutes: 28 })
    const idle = await anna.call('GET /sign-ins/current', { headers: { 'idle-seconds': '1680' } })
    expect(idle.body.endsAt).toBe('2026-03-02T09:30:00Z')
    expect(await current(anna.call)).toMatchObject({ endsAt: '2026-03-02T09:58:00Z' })
  })

  test('A9: the end that it says is the end, also after a call that was not written down', async () => {
    const anna = await town.resident()
    await anna.call('GET /account')
    town.now = town.now.add({ seconds: 50 })
    const { endsAt } = await current(anna.call)
    expect(endsAt).toBe('2026-03-02T09:30:00Z')
    town.now = Temporal.Instant.from(endsAt)
    expect((await anna.call('GET /account')).body.code).toBe('signedOutIdle')
  })

  test('A9: says of the last half hour of the twelve that no call makes it last longer', async () => {
    const anna = await town.resident()
    for (let turn = 0; turn < 34; turn++) {
      town.now = town.now.add({ minutes: 20 })
      await anna.call('GET /account')
    }
    expect(await current(anna.call)).toMatchObject({
      endsAt: '2026-03-02T20:50:00Z',
      isProlongable: true,
    })
    town.now = town.now.add({ minutes: 20 })
    const last = { endsAt: '2026-03-02T21:00:00Z', isProlongable: false }
    expect(await current(anna.call)).toMatchObject(last)
    town.now = town.now.add({ minutes: 19 })
    expect(await current(anna.call)).toMatchObject(last)
    town.now = town.now.add({ minutes: 1 })
    expect((await anna.call('GET /sign-ins/current')).body.code).toBe('signInExpired')
  })

  test('is written down at most once a minute', async () => {
    const anna = await town.resident()
    const sinceSeen = async () => {
      const { seen_at } = await town.db
        .selectFrom('sign_ins')
        .select('seen_at')
        .where('account_id', '=', anna.accountId)
        .executeTakeFirstOrThrow()
      return town.now.since(seen_at).total('seconds')
    }
    town.now = town.now.add({ seconds: 59 })
    await anna.call('GET /account')
    expect(await sinceSeen()).toBe(59)
    town.now = town.now.add({ seconds: 1 })
    await anna.call('GET /account')
    expect(await sinceSeen()).toBe(0)
  })

  test('is kept without the token that proves it', async () => {
    const anna = await town.resident()
    const token = Buffer.from(anna.cookie.split('=')[1] ?? '')
    const rows = await town.db.selectFrom('sign_in_tokens').selectAll().execute()
    expect(rows.every(({ token_hash }) => !token_hash.includes(token))).toBe(true)
  })
})

describe("one's sign-ins", () => {
  test('are listed by browser and system, the one used last first', async () => {
    const anna = await town.resident()
    town.now = town.now.add({ minutes: 5 })
    const other = await signIn(anna, { isRemembered: true }, firefox)
    const { body } = await other('GET /sign-ins')
    expect(body.signIns).toMatchObject([
      {
        isCurrent: true,
        isRemembered: true,
        browser: 'Firefox',
        system: 'Linux',
        signedInAt: '2026-03-02T09:05:00Z',
        seenAt: '2026-03-02T09:05:00Z',
      },
      { isCurrent: false, isRemembered: false, signedInAt: '2026-03-02T09:00:00Z' },
    ])
    expect(JSON.stringify(await town.db.selectFrom('sign_ins').selectAll().execute())).not.toMatch(
      /Gecko|x86/,
    )
  })

  test('are not listed any more when they have ended by themselves', async () => {
    const anna = await town.resident()
    town.now = town.now.add({ minutes: 30 })
    const other = await signIn(anna, {})
    const { body } = await other('GET /sign-ins')
    expect(body.signIns).toHaveLength(1)
  })

  test('can be ended one by one, and no one else can', async () => {
    const anna = await town.resident()
    const eve = await town.resident()
    const other = await signIn(anna, {})
    const { body } = await other('GET /sign-ins')
    const params = { signInId: body.signIns.find(({ isCurrent }) => !isCurrent)?.id ?? '' }
    expect((await eve.call('DELETE /sign-ins/{signInId}', { params })).status).toBe(404)
    expect((await other('DELETE /sign-ins/{signInId}', { params })).status).toBe(204)
    expect((await other('DELETE /sign-ins/{signInId}', { params })).status).toBe(404)
    expect((await anna.call('GET /account')).status).toBe(401)
    expect((await other('GET /account')).status).toBe(200)
  })

  test('can all be ended but the one that asks', async () => {
    const anna = await town.resident()
    const eve = await town.resident()
    const [other, third] = [await signIn(anna, {}), await signIn(anna, { isRemembered: true })]
    expect((await other('DELETE /sign-ins')).status).toBe(204)
    expect((await anna.call('GET /account')).status).toBe(401)
    expect((await third('GET /account')).status).toBe(401)
    expect((await other('GET /account')).status).toBe(200)
    expect((await eve.call('GET /account')).status).toBe(200)
  })
})

async function current(call: Client) {
  return (await call('GET /sign-ins/current')).body
}

type Wish = { readonly isRemembered?: boolean }

async function signIn({ email, password }: Resident, wish: Wish, userAgent = ''): Promise<Client> {
  const { headers } = await clientOf(town.app)('POST /sign-ins', {
    body: { email, password, ...wish },
    headers: { 'user-agent': userAgent },
  })
  return clientOf(town.app, cookieOf(headers))
}
