import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { clientOf } from '../../../test/http-client.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { solvedProof } from '../../../test/solved-proof.ts'
import { mailsPerAddress, mailsPerRecipient } from './mail-limit.ts'

const town = await openTown()
const nobody = clientOf(town.app)
const fresh = 'paars fiets wolk dinsdag'

let start = mondayAtTen

// An hour apart, so that no test counts the tries of the one before.
beforeEach(() => {
  start = start.add({ hours: 1 })
  town.now = start
})

describe('a forgotten password', () => {
  test('A8: is replaced by the link of a mail, after which the new one signs in', async () => {
    const anna = await town.resident()
    expect(await ask(anna.email)).toMatchObject({ status: 204 })
    const token = await tokenFor(anna.email)
    expect(Buffer.from(token, 'base64url').byteLength).toBe(32)
    expect(await complete(token)).toMatchObject({ status: 204 })
    expect(await signsIn(anna, fresh)).toBe(201)
    expect(await signsIn(anna, anna.password)).toBe(401)
  })

  test('A8: ends every sign-in, and a mail says that it was changed', async () => {
    const anna = await town.resident()
    await ask(anna.email)
    await complete(await tokenFor(anna.email))
    expect((await anna.call('GET /account')).status).toBe(401)
    const subjects = (await town.mailsTo(anna.email)).map(({ subject }) => subject)
    expect(subjects).toEqual(['Kies een nieuw wachtwoord', 'Uw wachtwoord is gewijzigd'])
  })

  test('A8, B5: comes in the language of the account, and for strangers in that of the page', async () => {
    const anna = await town.resident()
    await anna.call('PUT /account/language', { body: { language: 'en' } })
    await ask(anna.email)
    expect((await town.mailsTo(anna.email))[0]?.subject).toBe('Choose a new password')
    const stranger = `${randomUUID()}@example.com`
    await ask(stranger, { 'accept-language': 'en' })
    expect((await town.mailsTo(stranger))[0]?.subject).toBe(
      'There is no account with this e-mail address',
    )
  })

  // Guarantees that neither answer nor work tells who has an account: the same rows are written.
  test('A8: is asked for with the same answer and the same work for an unknown address', async () => {
    const anna = await town.resident()
    const stranger = `${randomUUID()}@example.com`
    // The first call from a network also begins its count.
    await ask(`${randomUUID()}@example.com`)
    const written = async (email: string) => {
      const before = await rows()
      const { status, body, headers } = await ask(email)
      const after = await rows()
      expect(headers['set-cookie']).toBeUndefined()
      return [status, body, ...after.map((count, index) => count - (before[index] ?? 0))]
    }
    expect(await written(stranger)).toEqual(await written(anna.email))
  })

  test('A8: works once, and of two at the same moment for one', async () => {
    const anna = await town.resident()
    await ask(anna.email)
    const token = await tokenFor(anna.email)
    const both = await Promise.all([complete(token), complete(token)])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409])
    expect(await complete(token)).toMatchObject({ body: { code: 'resetLinkInvalid' } })
  })

  test('A8: works for half an hour', async () => {
    const anna = await town.resident()
    await ask(anna.email)
    const token = await tokenFor(anna.email)
    town.now = start.add({ minutes: 30 })
    expect(await complete(token)).toMatchObject({ status: 409, body: { code: 'resetLinkInvalid' } })
    town.now = start.add({ minutes: 29, seconds: 59 })
    expect(await complete(token)).toMatchObject({ status: 204 })
  })

  test('A8: works by the latest mail only', async () => {
    const anna = await town.resident()
    await ask(anna.email)
    const former = await tokenFor(anna.email)
    await ask(anna.email)
    expect(await complete(former)).toMatchObject({ body: { code: 'resetLinkInvalid' } })
    expect(await complete(await tokenFor(anna.email))).toMatchObject({ status: 204 })
  })

  test('A8: refuses a new password with the reason, and the link still works', async () => {
    const anna = await town.resident()
    await ask(anna.email)
    const token = await tokenFor(anna.email)
    const refused = await complete(token, 'wachtwoord')
    expect(refused).toMatchObject({
      status: 400,
      body: {
        errors: [
          { pointer: '/password', code: 'passwordTooShort' },
          { pointer: '/password', code: 'passwordTellsWho' },
        ],
      },
    })
    expect(await complete(token)).toMatchObject({ status: 204 })
  })

  test('A8: takes work of the device, each time', async () => {
    const anna = await town.resident()
    const proof = await solvedProof(town.app)
    const body = { email: anna.email, proof }
    expect(await nobody('POST /password-resets', { body })).toMatchObject({ status: 204 })
    expect(await nobody('POST /password-resets', { body })).toMatchObject({
      status: 409,
      body: { code: 'proofNotAccepted' },
    })
    const completing = { token: 'x', password: fresh, proof }
    expect(await nobody('POST /password-resets/_complete', { body: completing })).toMatchObject({
      body: { code: 'proofNotAccepted' },
    })
  })

  test('A8: fills nobody’s box: so many mails to an address, known or not, and no more', async () => {
    const anna = await town.resident()
    const stranger = `${randomUUID()}@example.com`
    for (const email of [anna.email, stranger]) {
      for (let turn = 0; turn < mailsPerRecipient; turn++) {
        expect(await ask(email)).toMatchObject({ status: 204 })
      }
      expect(await ask(email)).toMatchObject({ status: 429, body: { code: 'tooManyRequests' } })
    }
    town.now = town.now.add({ minutes: 15 })
    expect(await ask(anna.email)).toMatchObject({ status: 204 })
  })

  test('A8: sends so many mails for one network, whoever they are to, and no more', async () => {
    const askFrom = async (remoteAddress: string) => {
      const payload = { email: `${randomUUID()}@example.com`, proof: await solvedProof(town.app) }
      const sent = { method: 'POST', url: '/api/v1/password-resets', payload } as const
      return (await town.app.inject({ ...sent, remoteAddress })).statusCode
    }
    for (let turn = 0; turn < mailsPerAddress; turn++) {
      expect(await askFrom('198.51.100.7')).toBe(204)
    }
    expect(await askFrom('198.51.100.7')).toBe(429)
    expect(await askFrom('198.51.100.8')).toBe(204)
    town.now = town.now.add({ minutes: 15 })
    expect(await askFrom('198.51.100.7')).toBe(204)
  })

  test.each([
    '',
    'geen adres',
    'a@b',
    'a@example.com, b@example.com',
    'a@example.com\r\nBcc: b@example.com',
  ])('A8: is not asked for with the address %j', async (email) => {
    const answer = await ask(email)
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/email' }] } })
  })

  test('is kept without the token, and is in the audit trail without the address', async () => {
    const anna = await town.resident()
    await ask(anna.email)
    const token = await tokenFor(anna.email)
    await complete(token)
    const trail = await town.db
      .selectFrom('audit_entries')
      .selectAll()
      .where('account_id', '=', anna.accountId)
      .execute()
    expect(trail.map(({ action }) => action)).toContain('passwordResetAsked')
    expect(JSON.stringify(trail)).not.toMatch(new RegExp(`${anna.email}|${token}`))
  })
})

describe('changing the password', () => {
  test('is for who knows the present one', async () => {
    const anna = await town.resident()
    const other = await town.signIn(anna)
    expect(await change(anna, { currentPassword: 'guess' })).toMatchObject({
      status: 409,
      body: { code: 'passwordWrong' },
    })
    expect(await change(anna, {})).toMatchObject({ status: 204 })
    expect((await anna.call('GET /account')).status).toBe(200)
    expect((await other.call('GET /account')).status).toBe(401)
    expect(await signsIn(anna, fresh)).toBe(201)
    expect((await town.mailsTo(anna.email)).map(({ subject }) => subject)).toEqual([
      'Uw wachtwoord is gewijzigd',
    ])
  })

  test('is refused with the reason where the new one may not be chosen', async () => {
    const anna = await town.resident()
    expect(await change(anna, { newPassword: '1234567890123456789' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/newPassword', code: 'passwordCommon' }] },
    })
  })

  test('may be of twelve characters where a second step follows', async () => {
    const anna = await town.resident()
    const newPassword = 'twaalf teken'
    expect(await change(anna, { newPassword })).toMatchObject({ status: 400 })
    await town.db
      .insertInto('authenticator_apps')
      .values({
        account_id: anna.accountId,
        sealed_secret: Buffer.from('x'),
        last_used_step: 0,
        created_at: town.now,
        confirmed_at: town.now,
      })
      .execute()
    expect(await change(anna, { newPassword })).toMatchObject({ status: 204 })
  })

  test('may be guessed at no oftener than at the sign-in page', async () => {
    const anna = await town.resident()
    const statuses = []
    for (let turn = 0; turn <= 10; turn++) {
      statuses.push((await change(anna, { currentPassword: 'guess' })).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 409), 429])
    expect(await signsIn(anna, anna.password)).toBe(429)
  })
})

async function ask(email: string, headers = {}) {
  const body = { email, proof: await solvedProof(town.app) }
  return nobody('POST /password-resets', { body, headers })
}

async function complete(token: string, password = fresh) {
  const body = { token, password, proof: await solvedProof(town.app) }
  return nobody('POST /password-resets/_complete', { body })
}

/** From the latest mail, behind the `#` of its link: no server's log sees it there. */
async function tokenFor(email: string): Promise<string> {
  const link = new URL((await town.mailsTo(email)).at(-1)?.links[0] ?? '')
  expect(link.pathname).toBe('/reset-password')
  return link.hash.slice(1)
}

type Change = { readonly currentPassword?: string; readonly newPassword?: string }

function change(anna: Resident, wish: Change) {
  const body = { currentPassword: anna.password, newPassword: fresh, ...wish }
  return anna.call('PUT /account/password', { body })
}

async function signsIn({ email }: Resident, password: string): Promise<number> {
  return (await nobody('POST /sign-ins', { body: { email, password } })).status
}

async function rows(): Promise<number[]> {
  const tables = [
    'password_resets',
    'outbox',
    'audit_entries',
    'spent_proofs',
    'rate_limits',
  ] as const
  const counts = tables.map(async (table) => {
    const { count } = await town.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return count
  })
  return Promise.all(counts)
}
