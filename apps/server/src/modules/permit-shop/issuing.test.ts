import { beforeEach, describe, expect, test } from 'vitest'
import { linkMailsPerAddress } from '#modules/links/index.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import {
  anAddress,
  giveLink,
  issue,
  issued,
  linkAll,
  openShop,
  tokensTo,
} from '../../../test/shop-desk.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

describe('issuing a product', () => {
  test('A2: answers the product, not linked, and mails a link to its holder', async () => {
    const { call } = await openShop(town)
    const email = anAddress()
    const plates = [{ number: 'gbb-01-b' }, { number: '1TRK39', country: 'D' }]
    const { status, body } = await issue(call, { email, plates, rightsQuantity: 2 })
    expect([status, body]).toMatchObject([
      201,
      {
        productType: { code: 'BEZOEK', name: 'Bezoekersregeling' },
        area: { code: 'A', name: 'Centrum' },
        email,
        language: 'nl',
        validFrom: '2026-02-28T23:00:00Z',
        validUntil: '2027-02-28T23:00:00Z',
        plates: [
          { number: '1TRK39', country: 'D' },
          { number: 'GBB01B', country: 'NL' },
        ],
        rightsQuantity: 2,
        state: 'active',
        issuedAt: '2026-03-02T09:00:00Z',
      },
    ])
    expect(body.linkedAt).toBeUndefined()
    const [mail] = await town.mailsTo(email)
    expect(mail).toMatchObject({
      language: 'nl',
      subject: expect.stringMatching(/Bezoekersregeling/),
    })
    const [address = ''] = mail?.links ?? []
    expect(new URL(address)).toMatchObject({
      pathname: '/link',
      search: '',
      hash: expect.stringMatching(/^#[\w-]{43}$/),
    })
  })

  test('A2: writes in the language that the shop says', async () => {
    const { call } = await openShop(town)
    const email = anAddress()
    await issue(call, { email, language: 'en' })
    expect(await town.mailsTo(email)).toMatchObject([{ language: 'en' }])
  })

  test('gives the balance that its type begins with', async () => {
    const anna = await town.resident()
    const { call } = await openShop(town, { firstGrant: 75_00 })
    await issue(call, { email: anna.email })
    const [productId] = await linkAll(town, anna)
    const params = { productId: productId ?? '' }
    const { body } = await anna.call('GET /products/{productId}', { params })
    expect(body.balance).toEqual({ unit: 'money', value: 75_00 })
  })

  test('takes an address whatever its capitals and the spaces around it', async () => {
    const { call } = await openShop(town)
    const { body } = await issue(call, { email: '  Anna@Example.COM ' })
    expect(body.email).toBe('anna@example.com')
  })

  test('says everything that is wrong at once', async () => {
    const { call } = await openShop(town)
    const { status, body } = await issue(call, {
      email: 'anna',
      validFrom: '2027-01-01T00:00:00Z',
      validUntil: '2026-01-01T00:00:00Z',
      plates: [{ number: '--' }],
      rightsQuantity: 0,
      language: 'fr',
      holder: 'Anna',
      productType: 'GOUD',
      area: '',
    })
    expect([status, body.code]).toEqual([400, 'invalid'])
    const wrong = body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)
    expect(wrong?.toSorted()).toEqual([
      '/area tooShort',
      '/email email',
      '/holder unknown',
      '/language notAllowed',
      '/plates/0/number plate',
      '/productType productTypeUnknown',
      '/rightsQuantity tooLow',
      '/validUntil endNotAfterStart',
    ])
  })

  test('names a type and an area that the municipality does not have', async () => {
    const { call } = await openShop(town)
    const { status, body } = await issue(call, { productType: 'GOUD', area: 'MAAN' })
    expect([status, body.errors]).toMatchObject([
      400,
      [
        { in: 'body', pointer: '/productType', code: 'productTypeUnknown' },
        { in: 'body', pointer: '/area', code: 'areaUnknown' },
      ],
    ])
  })

  test('happens once, however often and at once the call is repeated', async () => {
    const { call } = await openShop(town)
    const email = anAddress()
    const answers = await Promise.all(
      ['issue-1', 'issue-1', 'issue-1'].map((key) => issue(call, { email }, key)),
    )
    const ids = new Set(answers.map(({ status, body }) => `${status} ${body.id}`))
    expect(ids.size).toBe(1)
    expect(await town.mailsTo(email)).toHaveLength(1)
    const other = await openShop(town)
    expect((await issue(other.call, { email }, 'issue-1')).status).toBe(201)
  })

  test('is refused after so many mails to one address, until the next quarter of an hour', async () => {
    const { call } = await openShop(town)
    const email = anAddress()
    for (let turn = 0; turn < linkMailsPerAddress; turn++) {
      expect((await issue(call, { email })).status).toBe(201)
    }
    const answer = await issue(call, { email })
    expect(answer).toMatchObject({ status: 429, body: { code: 'tooManyRequests' } })
    town.now = mondayAtTen.add({ minutes: 15 })
    expect((await issue(call, { email })).status).toBe(201)
  })
})

describe('a product that was issued', () => {
  test('A5: says when it was linked', async () => {
    const anna = await town.resident()
    const { call } = await openShop(town)
    const productId = await issued(call, anna.email)
    town.now = mondayAtTen.add({ minutes: 5 })
    await linkAll(town, anna)
    const { body } = await call('GET /permit-shop/products/{productId}', { params: { productId } })
    expect(body.linkedAt).toBe('2026-03-02T09:05:00Z')
  })

  test('is listed by its municipality, the newest first, fifty at a time', async () => {
    const { call } = await openShop(town)
    for (let n = 0; n < 51; n++) await issue(call, { email: `holder-${n}@example.com` })
    const first = await call('GET /permit-shop/products')
    expect(first.body.hasMore).toBe(true)
    expect(first.body.products.map(({ email }) => email).slice(0, 2)).toEqual([
      'holder-50@example.com',
      'holder-49@example.com',
    ])
    const before = String(first.body.products.at(-1)?.number)
    const next = await call('GET /permit-shop/products', { query: { before } })
    expect(next.body.products.map(({ email }) => email)).toEqual(['holder-0@example.com'])
    expect(next.body.hasMore).toBe(false)
  })

  test('A5: can be mailed again, and the former link opens nothing', async () => {
    const anna = await town.resident()
    const { call } = await openShop(town)
    const productId = await issued(call, anna.email)
    const again = await call('POST /permit-shop/products/{productId}/_mail', {
      params: { productId },
    })
    expect(again.status).toBe(204)
    const [former, latest] = await tokensTo(town, anna.email)
    const accept = (token = '') => anna.call('POST /links/_accept', { body: { token } })
    expect((await accept(former)).body.code).toBe('linkSuperseded')
    expect((await accept(latest)).status).toBe(200)
  })

  test('A5: has a direct link that works once and soon, beside the one that was mailed', async () => {
    const anna = await town.resident()
    const { call } = await openShop(town)
    const productId = await issued(call, anna.email)
    const { status, body } = await giveLink(call, productId)
    expect([status, body.expiresAt]).toEqual([200, '2026-03-02T09:10:00Z'])
    const { origin, pathname, hash } = new URL(body.url)
    expect([origin, pathname]).toEqual(['https://2park.example', '/link'])
    const token = hash.slice(1)
    const look = () => anna.call('POST /links/_look', { body: { token } })
    expect((await look()).status).toBe(200)
    town.now = mondayAtTen.add({ minutes: 10 })
    expect((await look()).body.code).toBe('linkExpired')

    const next = new URL((await giveLink(call, productId)).body.url).hash.slice(1)
    expect((await look()).body.code).toBe('linkSuperseded')
    const accepted = await anna.call('POST /links/_accept', { body: { token: next } })
    expect(accepted).toMatchObject({ status: 200, body: { productId } })
    const [mailed = ''] = await tokensTo(town, anna.email)
    for (const used of [next, mailed]) {
      const answer = await anna.call('POST /links/_accept', { body: { token: used } })
      expect(answer.body.code).toBe('linkUsed')
    }
  })

  test('A5: once linked needs no link any more', async () => {
    const anna = await town.resident()
    const { call } = await openShop(town)
    const productId = await issued(call, anna.email)
    await linkAll(town, anna)
    for (const answer of [
      await giveLink(call, productId),
      await call('POST /permit-shop/products/{productId}/_mail', { params: { productId } }),
    ]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'productLinked' } })
    }
  })
})
