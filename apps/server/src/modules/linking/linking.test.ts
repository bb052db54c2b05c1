import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { issueLink } from '#modules/links/index.ts'
import { arrangeUnlinked } from '../../../test/arrange.ts'
import { clientOf, cookieOf } from '../../../test/http-client.ts'
import { triesPerAccount, triesPerAddress } from './link-limit.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'

const town = await openTown()
const call = clientOf(town.app)

beforeEach(() => {
  town.now = mondayAtTen
})

describe('a link', () => {
  test('A2: says what it is for to whoever has it, signed in or not', async () => {
    const email = `${randomUUID()}@example.com`
    const { token, organisationId } = await issued(email)
    const { status, body } = await look(token)
    expect([status, body]).toMatchObject([
      200,
      {
        kind: 'product',
        organisation: { id: organisationId },
        product: { name: 'Bezoekersregeling', location: 'Centrum' },
        email,
        hasAccount: false,
      },
    ])
    expect(body.signedInAs).toBeUndefined()
  })

  test('A3: says that its reader has an account, and who is signed in', async () => {
    const anna = await town.resident()
    const eve = await town.resident()
    const { token } = await issued(anna.email)
    expect((await look(token)).body).toMatchObject({ hasAccount: true })
    expect((await look(token, anna)).body).toMatchObject({ signedInAs: anna.email })
    expect((await look(token, eve)).body).toMatchObject({
      email: anna.email,
      signedInAs: eve.email,
    })
  })

  test('is unknown where nobody sent it', async () => {
    expect(await look('made-up')).toMatchObject({ status: 404, body: { code: 'linkUnknown' } })
    const anna = await town.resident()
    expect(await accept(anna, 'made-up')).toMatchObject({
      status: 404,
      body: { code: 'linkUnknown' },
    })
  })

  test('expires after fourteen days, to the second', async () => {
    const anna = await town.resident()
    const { token } = await issued(anna.email)
    town.now = mondayAtTen.add({ hours: 14 * 24 }).subtract({ seconds: 1 })
    expect((await look(token)).status).toBe(200)
    town.now = mondayAtTen.add({ hours: 14 * 24 })
    const again = await town.signIn(anna)
    for (const answer of [await look(token), await accept(again, token)]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'linkExpired' } })
    }
  })

  test('A5: opens nothing once a newer one was sent', async () => {
    const anna = await town.resident()
    const { token, productId } = await issued(anna.email)
    const newer = await issueAgain(productId, anna.email)
    for (const answer of [await look(token), await accept(anna, token)]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'linkSuperseded' } })
    }
    expect(await accept(anna, newer)).toMatchObject({ status: 200, body: { productId } })
  })

  test('is in no table as it was sent', async () => {
    const { token } = await issued('someone@example.com')
    const rows = await town.db.selectFrom('links').selectAll().execute()
    const text = rows.map((row) => `${JSON.stringify(row)} ${row.token_hash.toString()}`).join(' ')
    expect(text).not.toContain(token)
  })
})

describe('accepting a link', () => {
  test("A3: makes the product the reader's, who parks on it", async () => {
    const anna = await town.resident()
    const { token, productId } = await issued(anna.email)
    const params = { productId }
    expect((await anna.call('GET /products/{productId}', { params })).status).toBe(404)
    expect(await accept(anna, token)).toMatchObject({ status: 200, body: { productId } })
    expect((await anna.call('GET /products/{productId}', { params })).body.id).toBe(productId)
    const { body } = await anna.call('GET /products')
    expect(body.products.map(({ id }) => id).toSorted()).toEqual(
      [anna.productId, productId].toSorted(),
    )
  })

  test('works once', async () => {
    const anna = await town.resident()
    const { token } = await issued(anna.email)
    await accept(anna, token)
    for (const answer of [await look(token), await accept(anna, token)]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'linkUsed' } })
    }
  })

  test('works once, also where two accept at the same moment', async () => {
    const anna = await town.resident()
    const { token, productId } = await issued(anna.email)
    const direct = await town.db
      .transaction()
      .execute((tx) =>
        issueLink(
          tx,
          { email: anna.email, purpose: purposeOf(productId), way: 'direct' },
          town.now,
        ),
      )
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => accept(anna, token)),
      accept(anna, direct.token),
    ])
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b)
    expect(statuses).toEqual([200, 409, 409, 409, 409])
    const refused = answers.filter(({ status }) => status === 409)
    for (const { body } of refused) expect(body.code).toBe('linkUsed')
  })

  test('has one answer, however often the call is repeated', async () => {
    const anna = await town.resident()
    const { token, productId } = await issued(anna.email)
    const sent = { body: { token }, key: 'once' }
    for (let turn = 0; turn < 2; turn++) {
      expect(await anna.call('POST /links/_accept', sent)).toMatchObject({
        status: 200,
        body: { productId },
      })
    }
  })

  test('is refused to somebody else, and the link stays good', async () => {
    const [anna, eve] = [await town.resident(), await town.resident()]
    const { token } = await issued(anna.email)
    expect(await accept(eve, token)).toMatchObject({
      status: 409,
      body: { code: 'linkOfSomeoneElse' },
    })
    expect(await accept(anna, token)).toMatchObject({ status: 200 })
  })

  test('asks to be signed in', async () => {
    const { token } = await issued('someone@example.com')
    const answer = await call('POST /links/_accept', { body: { token } })
    expect(answer).toMatchObject({ status: 401, body: { code: 'notSignedIn' } })
  })

  test('is in the audit trail without the address', async () => {
    const anna = await town.resident()
    const { token, productId } = await issued(anna.email)
    await accept(anna, token)
    const trail = await town.db
      .selectFrom('audit_entries')
      .selectAll()
      .where('subject_id', '=', productId)
      .execute()
    expect(trail).toMatchObject([{ action: 'productLinked', account_id: anna.accountId }])
    expect(JSON.stringify(trail)).not.toContain(anna.email)
  })
})

describe('making an account by a link', () => {
  test('A4: has the address of the mail, links the product, and signs in', async () => {
    const email = `${randomUUID()}@example.com`
    const { token, productId } = await issued(email)
    const { status, body, headers } = await register(token, { 'accept-language': 'en' })
    expect([status, body]).toEqual([201, { productId }])
    const reader = clientOf(town.app, cookieOf(headers))
    expect((await reader('GET /account')).body).toMatchObject({ email, language: 'en' })
    const { products } = (await reader('GET /products')).body
    expect(products.map(({ id }) => id)).toEqual([productId])
    expect((await register(token)).body.code).toBe('linkUsed')
  })

  test('A4: is refused to a password that may not be chosen, and can be tried again', async () => {
    const { token } = await issued(`${randomUUID()}@example.com`)
    const answer = await register(token, {}, 'kort')
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/password', code: 'passwordTooShort' }] },
    })
    expect(await register(token)).toMatchObject({ status: 201 })
  })

  test('happens once, also where it is asked twice at the same moment', async () => {
    const { token } = await issued(`${randomUUID()}@example.com`)
    const answers = await Promise.all([register(token), register(token)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
  })

  test('is refused where there is an account', async () => {
    const anna = await town.resident()
    const { token } = await issued(anna.email)
    expect(await register(token)).toMatchObject({ status: 409, body: { code: 'accountExists' } })
    expect(await accept(anna, token)).toMatchObject({ status: 200 })
  })

  test('is refused by a link that cannot be used', async () => {
    expect((await register('made-up')).body.code).toBe('linkUnknown')
    const { token } = await issued(`${randomUUID()}@example.com`)
    town.now = mondayAtTen.add({ hours: 14 * 24 })
    expect((await register(token)).body.code).toBe('linkExpired')
  })
})

describe('trying links', () => {
  test('is answered 429 after so many that do not exist, from one address', async () => {
    const guess = async (token: string, remoteAddress = '198.51.100.7') => {
      const sent = { method: 'POST', url: '/api/v1/links/_look', payload: { token } } as const
      return (await town.app.inject({ ...sent, remoteAddress })).statusCode
    }
    const { token } = await issued('someone@example.com')
    const tries = Array.from({ length: triesPerAddress }, (_, n) => guess(`guess-${n}`))
    await Promise.all(tries)
    expect(await guess(token)).toBe(429)
    expect(await guess(token, '198.51.100.8')).toBe(200)
    town.now = mondayAtTen.add({ minutes: 15 })
    expect(await guess(token)).toBe(200)
  })

  test('is answered 429 after so many that fail with one account', async () => {
    const anna = await town.resident()
    const { token } = await issued(anna.email)
    for (let turn = 0; turn < triesPerAccount; turn++) await accept(anna, `guess-${turn}`)
    expect(await accept(anna, token)).toMatchObject({ status: 429 })
    town.now = mondayAtTen.add({ minutes: 15 })
    expect(await accept(anna, token)).toMatchObject({ status: 200 })
  })
})

const goodPassword = 'vier groene fietsen zwemmen'

function register(token: string, headers = {}, password = goodPassword) {
  return call('POST /links/_register', { body: { token, password }, headers })
}

type Caller = { readonly call: typeof call }

function look(token: string, by: Caller = { call }) {
  return by.call('POST /links/_look', { body: { token } })
}

function accept(by: Caller, token: string) {
  return by.call('POST /links/_accept', { body: { token } })
}

function purposeOf(productId: string) {
  return { kind: 'product', productId } as const
}

async function issued(email: string) {
  const product = await arrangeUnlinked(town.db, town.now, email)
  return { ...product, token: await issueAgain(product.productId, email) }
}

async function issueAgain(productId: string, email: string): Promise<string> {
  const { token } = await town.db
    .transaction()
    .execute((tx) => issueLink(tx, { email, purpose: purposeOf(productId) }, town.now))
  return token
}
