import { beforeEach, describe, expect, test } from 'vitest'
import { clientOf, cookieOf } from '../../../test/http-client.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import {
  addPasskey,
  softwareAuthenticator,
  type Deviation,
  type SoftwareAuthenticator,
} from '../../../test/software-authenticator.ts'
import { challengesPerAddress } from './passkeys.commands.ts'

const town = await openTown()
const stranger = clientOf(town.app)
const origin = 'https://2park.example'

beforeEach(() => {
  town.now = mondayAtTen
})

describe('signing in with a passkey', () => {
  test('takes neither address nor password', async () => {
    const { anna, authenticator } = await withPasskey()
    const { status, body, headers } = await signIn(authenticator)
    expect([status, body.email]).toEqual([201, anna.email])
    const signedIn = clientOf(town.app, cookieOf(headers))
    expect(await signedIn('GET /account')).toMatchObject({ status: 200 })
    const { body: own } = await anna.call('GET /account/passkeys')
    expect(own.passkeys).toMatchObject([{ lastUsedAt: town.now.toString() }])
  })

  test('works again and again, also where nothing counts its uses', async () => {
    const { authenticator } = await withPasskey()
    for (const count of [0, 0, 1, 2]) {
      expect(await signIn(authenticator, { count })).toMatchObject({ status: 201 })
    }
  })

  test.each<[string, Deviation]>([
    ['another website', { origin: 'https://2park.evil.example' }],
    ['another site', { rpId: 'evil.example' }],
    ['a person who was not verified', { isVerified: false }],
    ['a challenge of their own', { challenge: 'bWFkZSB1cA' }],
    ['another account', { userHandle: 'c29tZWJvZHkgZWxzZQ' }],
  ])('is refused for %s', async (_, deviation) => {
    const { authenticator } = await withPasskey()
    const answer = await signIn(authenticator, deviation)
    expect(answer).toMatchObject({ status: 401, body: { code: 'passkeyRefused' } })
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  test('is refused for a copy: its count is not higher than the last', async () => {
    const { anna, authenticator } = await withPasskey()
    expect(await signIn(authenticator, { count: 5 })).toMatchObject({ status: 201 })
    for (const count of [5, 4, 0]) {
      expect(await signIn(authenticator, { count })).toMatchObject({ status: 401 })
    }
    expect(await signIn(authenticator, { count: 6 })).toMatchObject({ status: 201 })
    const refused = await town.db
      .selectFrom('audit_entries')
      .selectAll()
      .where('account_id', '=', anna.accountId)
      .where('action', '=', 'passkeyRefused')
      .execute()
    expect(refused).toHaveLength(3)
  })

  test('is refused for a passkey that we never saw, or that was removed', async () => {
    const { anna, authenticator, passkeyId } = await withPasskey()
    expect(await signIn(softwareAuthenticator(origin))).toMatchObject({ status: 401 })
    await anna.call('DELETE /account/passkeys/{passkeyId}', { params: { passkeyId } })
    expect(await signIn(authenticator)).toMatchObject({
      status: 401,
      body: { code: 'passkeyRefused' },
    })
  })

  test('is refused for the key of another under the name of this one', async () => {
    const { authenticator } = await withPasskey()
    const eve = softwareAuthenticator(origin)
    const { body: options } = await stranger('POST /passkey-challenges', { body: {} })
    const { credentialId: id } = authenticator
    const credential = { ...eve.use(options), id, rawId: id }
    const { userHandle } = authenticator.use(options).response
    const forged = { ...credential, response: { ...credential.response, userHandle } }
    expect(
      await stranger('POST /sign-ins/_passkey', { body: { credential: forged } }),
    ).toMatchObject({ status: 401 })
  })

  test('takes a challenge once, also when it comes twice at the same time', async () => {
    const { authenticator } = await withPasskey()
    const { body: options } = await stranger('POST /passkey-challenges', { body: {} })
    const credentials = [authenticator.use(options), authenticator.use(options)]
    const answers = await Promise.all(
      credentials.map((credential) =>
        stranger('POST /sign-ins/_passkey', { body: { credential } }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 401])
    const late = await stranger('POST /passkey-challenges', { body: {} })
    town.now = town.now.add({ minutes: 5 })
    const credential = authenticator.use(late.body)
    expect(await stranger('POST /sign-ins/_passkey', { body: { credential } })).toMatchObject({
      status: 401,
    })
  })

  test('is answered 429 where one network asks for too many challenges', async () => {
    const ask = () =>
      town.app.inject({
        method: 'POST',
        url: '/api/v1/passkey-challenges',
        payload: {},
        remoteAddress: '10.1.2.3',
      })
    const asked = await Promise.all(Array.from({ length: challengesPerAddress }, ask))
    expect(new Set(asked.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
    expect((await ask()).statusCode).toBe(429)
    const rows = await town.db.selectFrom('rate_limits').select('key').execute()
    expect(JSON.stringify(rows)).not.toContain('10.1.2.3')
    town.now = town.now.add({ minutes: 15 })
    expect((await ask()).statusCode).toBe(200)
  })

  test('keeps no challenge in clear', async () => {
    const { body } = await stranger('POST /passkey-challenges', { body: {} })
    const rows = await town.db.selectFrom('passkey_challenges').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(body.challenge)
  })
})

describe('a passkey as the second step', () => {
  test('is asked for after the password, and then it must be one of that account', async () => {
    const { anna, authenticator } = await withPasskey()
    const eve = await withPasskey()
    const secondStepToken = await passwordOf(anna)
    const begin = () => stranger('POST /passkey-challenges', { body: { secondStepToken } })
    const { body: options } = await begin()
    expect(options.allowCredentials.map(({ id }) => id)).toEqual([authenticator.credentialId])
    const use = (credential: ReturnType<SoftwareAuthenticator['use']>) =>
      stranger('POST /sign-ins/_passkey', { body: { credential } })
    expect(await use(eve.authenticator.use(options))).toMatchObject({ status: 401 })
    const again = await begin()
    expect(await use(authenticator.use(again.body))).toMatchObject({
      status: 201,
      body: { email: anna.email },
    })
    // The password that waited for it has done its work.
    expect(await begin()).toMatchObject({ status: 409, body: { code: 'secondStepOver' } })
  })

  test('gives way to a recovery code', async () => {
    const { anna, recoveryCodes } = await withPasskey()
    const token = await passwordOf(anna)
    const body = { token, code: recoveryCodes[0] }
    expect(await stranger('POST /sign-ins/_complete', { body })).toMatchObject({ status: 201 })
  })
})

async function withPasskey() {
  const anna = await town.resident()
  const authenticator = softwareAuthenticator(origin)
  const { body } = await addPasskey(anna, authenticator)
  return { anna, authenticator, passkeyId: body.passkey.id, recoveryCodes: body.recoveryCodes }
}

async function signIn(authenticator: SoftwareAuthenticator, deviation: Deviation = {}) {
  const { body: options } = await stranger('POST /passkey-challenges', { body: {} })
  const credential = authenticator.use(options, deviation)
  // A software authenticator that never made a passkey has no account to name.
  if (credential.response.userHandle === '') credential.response.userHandle = 'bm9ib2R5'
  return stranger('POST /sign-ins/_passkey', { body: { credential } })
}

/** What the right password gets of who has a second factor. */
async function passwordOf({ email, password }: Resident): Promise<string> {
  const answer = await stranger('POST /sign-ins', { body: { email, password } })
  expect(answer).toMatchObject({
    status: 401,
    body: { secondStep: { ways: ['passkey', 'recoveryCode'] } },
  })
  return answer.body.secondStep?.token ?? ''
}
