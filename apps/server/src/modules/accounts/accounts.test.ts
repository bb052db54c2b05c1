import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { arrangeResident } from '../../../test/arrange.ts'
import { clientOf, cookieOf } from '../../../test/http-client.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { hashPassword } from './passwords.ts'
import { triesPerAccount, triesPerAddress } from './sign-in-limit.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

describe('signing in', () => {
  test('A6: with e-mail address and password', async () => {
    const { email, password, accountId } = await arrangeResident(town.db, town.now)
    const { status, body, headers } = await signIn(email, password)
    expect([status, body]).toEqual([201, { id: accountId, email, language: 'nl' }])
    const signedIn = clientOf(town.app, cookieOf(headers))
    expect(await signedIn('GET /account')).toMatchObject({ status: 200, body: { email } })
  })

  test('A6: whatever the capitals and spaces around the address', async () => {
    const { email, password } = await arrangeResident(town.db, town.now)
    expect(await signIn(` ${email.toUpperCase()} `, password)).toMatchObject({ status: 201 })
  })

  test('gives a cookie that no script reads and no other site sends', async () => {
    const { email, password } = await arrangeResident(town.db, town.now)
    const { headers } = await signIn(email, password)
    expect(String(headers['set-cookie'])).toMatch(
      /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  })

  test.each([
    ['http://localhost:3000', '__Host-session', true],
    ['http://127.0.0.1:3000', '__Host-session', true],
    // Over plain HTTP from elsewhere no browser takes a Secure cookie.
    ['http://192.168.1.20:3000', 'session', false],
  ])('at %s gives a cookie named %s', async (publicUrl, name, isSecure) => {
    const { email, password } = await arrangeResident(town.db, town.now)
    const app = buildApp({ ...town, now: () => town.now, publicUrl: new URL(publicUrl) })
    const body = { email, password }
    const { headers } = await clientOf(app)('POST /sign-ins', { body })
    const cookie = String(headers['set-cookie'])
    expect([cookie.split('=')[0], cookie.includes('Secure')]).toEqual([name, isSecure])
    await app.close()
  })

  test('A6: is refused in the same words for a wrong password and an unknown address', async () => {
    const { email, password } = await arrangeResident(town.db, town.now)
    const wrong = await signIn(email, `${password}!`)
    const unknown = await signIn('nobody@example.com', password)
    expect([wrong.status, wrong.body.code]).toEqual([401, 'signInFailed'])
    expect(unknown.body).toEqual(wrong.body)
    expect(wrong.headers['set-cookie']).toBeUndefined()
  })

  // Guarantees that nobody learns from the time it takes who has an account: it hashes either way.
  // Counted in the work of this process, because other programs have the clock run on.
  test('is as much work for an unknown address', async () => {
    const { email } = await arrangeResident(town.db, town.now)
    const leastWork = async (address: string) => {
      const spent = []
      for (let turn = 0; turn < 5; turn++) {
        const before = process.cpuUsage()
        await signIn(address, 'wrong')
        const { user, system } = process.cpuUsage(before)
        spent.push(user + system)
      }
      return Math.min(...spent)
    }
    const [known, unknown] = [await leastWork(email), await leastWork('nobody@example.com')]
    expect(unknown / known).toBeGreaterThan(0.5)
    expect(unknown / known).toBeLessThan(2)
  })

  test('compares a password character by character, however they were typed', async () => {
    const { accountId, email } = await arrangeResident(town.db, town.now)
    const password_hash = await hashPassword('caf\u00e9 aan de gracht')
    await town.db
      .updateTable('accounts')
      .set({ password_hash })
      .where('id', '=', accountId)
      .execute()
    expect(await signIn(email, 'cafe\u0301 aan de gracht')).toMatchObject({ status: 201 })
    expect(await signIn(email, 'cafe aan de gracht')).toMatchObject({ status: 401 })
  })

  test('ends the sign-in that the browser had', async () => {
    const { email, password } = await arrangeResident(town.db, town.now)
    const first = cookieOf((await signIn(email, password)).headers)
    const body = { email, password }
    await clientOf(town.app, first)('POST /sign-ins', { body })
    expect(await clientOf(town.app, first)('GET /account')).toMatchObject({ status: 401 })
  })
})

describe('failing to sign in too often', () => {
  test('is answered 429 for the account, until the next quarter of an hour', async () => {
    const { email, password } = await arrangeResident(town.db, town.now)
    for (let turn = 0; turn < triesPerAccount; turn++) {
      expect(await signIn(email, 'guess', anAddress())).toMatchObject({ status: 401 })
    }
    const answer = await signIn(email, password, anAddress())
    expect(answer).toMatchObject({ status: 429, body: { code: 'tooManyRequests' } })
    expect(answer.headers['retry-after']).toBe('900')
    town.now = town.now.add({ minutes: 15 })
    expect(await signIn(email, password, anAddress())).toMatchObject({ status: 201 })
  })

  test('is answered 429 for the address that it comes from, whoever is tried', async () => {
    const address = anAddress()
    const tries = Array.from({ length: triesPerAddress }, (_, n) =>
      signIn(`${n}@example.com`, 'guess', address),
    )
    for (const { status } of await Promise.all(tries)) expect(status).toBe(401)
    expect(await signIn('more@example.com', 'guess', address)).toMatchObject({ status: 429 })
    expect(await signIn('more@example.com', 'guess', anAddress())).toMatchObject({ status: 401 })
  })

  test('is not what happens to people who sign in rightly', async () => {
    const { email, password } = await arrangeResident(town.db, town.now)
    for (let turn = 0; turn <= triesPerAccount; turn++) {
      expect(await signIn(email, password, anAddress())).toMatchObject({ status: 201 })
    }
  })

  test('leaves no address in the database', async () => {
    const address = anAddress()
    await signIn('someone@example.com', 'guess', address)
    const rows = await town.db.selectFrom('rate_limits').selectAll().execute()
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`someone|${address}`))
  })
})

test('signing in, failing to and signing out are in the audit trail', async () => {
  const anna = await town.resident()
  await signIn(anna.email, 'wrong')
  await anna.call('DELETE /sign-ins/current')
  const trail = await town.db
    .selectFrom('audit_entries')
    .select('action')
    .where('account_id', '=', anna.accountId)
    .orderBy('id')
    .execute()
  expect(trail.map(({ action }) => action)).toEqual(['signedIn', 'signInFailed', 'signedOut'])
})

/** A network that nobody else in this file calls from. */
function anAddress(): string {
  return `10.${[...randomBytes(3)].join('.')}`
}

async function signIn(email: string, password: string, remoteAddress = anAddress()) {
  const response = await town.app.inject({
    method: 'POST',
    url: '/api/v1/sign-ins',
    payload: { email, password },
    remoteAddress,
  })
  return { status: response.statusCode, headers: response.headers, body: response.json() }
}
