import { beforeEach, describe, expect, test } from 'vitest'
import { clientOf } from '../../../test/http-client.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import {
  addPasskey as add,
  softwareAuthenticator,
  type Deviation,
} from '../../../test/software-authenticator.ts'
import { mostPasskeys } from './passkeys.commands.ts'

const town = await openTown()
const stranger = clientOf(town.app)
const origin = 'https://2park.example'

beforeEach(() => {
  town.now = mondayAtTen
})

describe('adding a passkey', () => {
  test('asks for one that is found by itself, of a person who is verified', async () => {
    const anna = await town.resident()
    const { status, body } = await anna.call('POST /account/passkeys/_challenge')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      rp: { id: '2park.example' },
      user: { name: anna.email },
      excludeCredentials: [],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    expect(Buffer.from(body.challenge, 'base64url')).toHaveLength(32)
    expect(Buffer.from(body.user.id, 'base64url').toString()).not.toContain(anna.email)
  })

  test('lists it by its name, and gives recovery codes with the first', async () => {
    const anna = await town.resident()
    const { status, body } = await add(anna, softwareAuthenticator(origin), ' Telefoon ')
    expect(status).toBe(201)
    expect(body.passkey).toMatchObject({
      name: 'Telefoon',
      createdAt: town.now.toString(),
      lastUsedAt: null,
    })
    expect(body.recoveryCodes).toHaveLength(10)
    expect(await list(anna)).toEqual([body.passkey])
    const second = await add(anna, softwareAuthenticator(origin), 'Laptop')
    expect(second.body.recoveryCodes).toEqual([])
    expect((await list(anna)).map(({ name }) => name)).toEqual(['Laptop', 'Telefoon'])
  })

  test('names those that there are, so that a device makes no second one', async () => {
    const anna = await town.resident()
    const authenticator = softwareAuthenticator(origin)
    await add(anna, authenticator)
    const { body } = await anna.call('POST /account/passkeys/_challenge')
    expect(body.excludeCredentials).toEqual([
      { id: authenticator.credentialId, type: 'public-key', transports: ['hybrid', 'internal'] },
    ])
  })

  test.each<[string, Deviation]>([
    ['another website', { origin: 'https://2park.evil.example' }],
    ['another site', { rpId: 'evil.example' }],
    ['a person who was not verified', { isVerified: false }],
    ['a challenge of their own', { challenge: 'bWFkZSB1cA' }],
  ])('is refused for %s', async (_, deviation) => {
    const anna = await town.resident()
    const { body: options } = await anna.call('POST /account/passkeys/_challenge')
    const credential = softwareAuthenticator(origin).create(options, deviation)
    const answer = await anna.call('POST /account/passkeys', { body: { name: 'x', credential } })
    expect(answer).toMatchObject({ status: 409, body: { code: 'passkeyNotAdded' } })
    expect(await list(anna)).toEqual([])
  })

  test('is refused for what is no passkey at all', async () => {
    const anna = await town.resident()
    const { body: options } = await anna.call('POST /account/passkeys/_challenge')
    const credential = softwareAuthenticator(origin).create(options)
    const send = (response: Partial<typeof credential.response>) => {
      const broken = { ...credential, response: { ...credential.response, ...response } }
      return anna.call('POST /account/passkeys', { body: { name: 'x', credential: broken } })
    }
    expect(await send({ clientDataJSON: 'AAAA' })).toMatchObject({ status: 409 })
    expect(await send({ clientDataJSON: '!' })).toMatchObject({ status: 400 })
    expect(await send({ attestationObject: 'AAAA' })).toMatchObject({ status: 409 })
    // That was the one try of this challenge.
    expect(await send({})).toMatchObject({ status: 409 })
  })

  test('takes a challenge once, for five minutes, and from who asked for it', async () => {
    const anna = await town.resident()
    const eve = await town.resident()
    const authenticator = softwareAuthenticator(origin)
    const { body: options } = await anna.call('POST /account/passkeys/_challenge')
    const body = { name: 'x', credential: authenticator.create(options) }
    const refused = { status: 409, body: { code: 'passkeyNotAdded' } }
    expect(await eve.call('POST /account/passkeys', { body })).toMatchObject(refused)
    expect(await anna.call('POST /account/passkeys', { body })).toMatchObject(refused)

    const late = await anna.call('POST /account/passkeys/_challenge')
    town.now = town.now.add({ minutes: 5 })
    const tooLate = { name: 'x', credential: authenticator.create(late.body) }
    expect(await anna.call('POST /account/passkeys', { body: tooLate })).toMatchObject(refused)

    const { body: toUse } = await stranger('POST /passkey-challenges', { body: {} })
    const misused = authenticator.create({ ...options, challenge: toUse.challenge })
    expect(
      await anna.call('POST /account/passkeys', { body: { name: 'x', credential: misused } }),
    ).toMatchObject(refused)
  })

  test('is refused for one that there is already, whoever has it', async () => {
    const anna = await town.resident()
    const eve = await town.resident()
    const authenticator = softwareAuthenticator(origin)
    await add(anna, authenticator)
    const refused = { status: 409, body: { code: 'passkeyNotAdded' } }
    expect(await add(anna, authenticator)).toMatchObject(refused)
    expect(await add(eve, authenticator)).toMatchObject(refused)
  })

  test('is done so many times and no more', async () => {
    const anna = await town.resident()
    for (let n = 0; n < mostPasskeys - 1; n++) await add(anna, softwareAuthenticator(origin))
    const options = [
      await anna.call('POST /account/passkeys/_challenge'),
      await anna.call('POST /account/passkeys/_challenge'),
    ]
    const last = await Promise.all(
      options.map(({ body }) => {
        const credential = softwareAuthenticator(origin).create(body)
        return anna.call('POST /account/passkeys', { body: { name: 'last', credential } })
      }),
    )
    expect(last.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
    expect(await anna.call('POST /account/passkeys/_challenge')).toMatchObject({
      status: 409,
      body: { code: 'tooManyPasskeys' },
    })
  })

  test('is answered again for a retry, without the codes', async () => {
    const anna = await town.resident()
    const { body: options } = await anna.call('POST /account/passkeys/_challenge')
    const body = { name: 'Telefoon', credential: softwareAuthenticator(origin).create(options) }
    const first = await anna.call('POST /account/passkeys', { body, key: 'add' })
    const second = await anna.call('POST /account/passkeys', { body, key: 'add' })
    expect(second).toMatchObject({
      status: 201,
      body: { passkey: first.body.passkey, recoveryCodes: [] },
    })
    expect(await list(anna)).toHaveLength(1)
  })
})

describe('a passkey', () => {
  test('gets another name, and goes when it is removed', async () => {
    const anna = await town.resident()
    const { body } = await add(anna, softwareAuthenticator(origin))
    const params = { passkeyId: body.passkey.id }
    const renamed = await anna.call('PATCH /account/passkeys/{passkeyId}', {
      params,
      body: { name: 'Sleutelbos' },
    })
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Sleutelbos' } })
    const remove = () => anna.call('DELETE /account/passkeys/{passkeyId}', { params })
    expect(await remove()).toMatchObject({ status: 204 })
    expect(await list(anna)).toEqual([])
    expect(await remove()).toMatchObject({ status: 404, body: { code: 'notFound' } })
    const off = { isOn: false, recoveryCodesLeft: 0 }
    expect(await anna.call('GET /account/second-factor')).toMatchObject({ body: off })
  })

  test('is removed by who showed lately who they are', async () => {
    const anna = await town.resident()
    const { body } = await add(anna, softwareAuthenticator(origin))
    town.now = town.now.add({ minutes: 10 })
    const params = { passkeyId: body.passkey.id }
    expect(await anna.call('DELETE /account/passkeys/{passkeyId}', { params })).toMatchObject({
      status: 409,
      body: { code: 'passwordNeeded' },
    })
  })

  test("is nobody else's affair", async () => {
    const anna = await town.resident()
    const eve = await town.resident()
    const { body } = await add(anna, softwareAuthenticator(origin))
    const params = { passkeyId: body.passkey.id }
    for (const answer of [
      await eve.call('PATCH /account/passkeys/{passkeyId}', { params, body: { name: 'mine' } }),
      await eve.call('DELETE /account/passkeys/{passkeyId}', { params }),
    ]) {
      expect(answer.status).toBe(404)
    }
    expect(await list(eve)).toEqual([])
    expect(await list(anna)).toHaveLength(1)
  })

  test.each(['', '   ', 'x'.repeat(41)])('is refused the name %j', async (name) => {
    const answer = await add(await town.resident(), softwareAuthenticator(origin), name)
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/name' }] } })
  })

  test('that comes or goes is told by mail, and stands in the audit trail', async () => {
    const anna = await town.resident()
    const { body } = await add(anna, softwareAuthenticator(origin))
    const params = { passkeyId: body.passkey.id }
    await anna.call('DELETE /account/passkeys/{passkeyId}', { params })
    const subjects = (await town.mailsTo(anna.email)).map(({ subject }) => subject)
    expect(subjects).toEqual(['Er is een passkey toegevoegd', 'Er is een passkey verwijderd'])
    const trail = await town.db
      .selectFrom('audit_entries')
      .select('action')
      .where('subject_id', '=', body.passkey.id)
      .orderBy('id')
      .execute()
    expect(trail.map(({ action }) => action)).toEqual(['passkeyAdded', 'passkeyRemoved'])
  })
})

async function list({ call }: Resident) {
  return (await call('GET /account/passkeys')).body.passkeys
}
