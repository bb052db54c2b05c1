import { beforeEach, describe, expect, test } from 'vitest'
import { clientOf } from '../../../test/http-client.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import {
  anAddress,
  change,
  giveLink,
  issue,
  issued,
  linkAll,
  openShop,
  tokensTo,
  validity,
} from '../../../test/shop-desk.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

describe('changing a product', () => {
  test('gives it other dates, plates and rights', async () => {
    const { call } = await openShop(town)
    const productId = await issued(call, anAddress())
    const { status, body } = await change(call, productId, {
      validUntil: '2028-01-01T00:00:00Z',
      plates: [{ number: 'VX823K' }],
      rightsQuantity: 3,
    })
    expect([status, body]).toMatchObject([
      200,
      {
        validFrom: '2026-02-28T23:00:00Z',
        validUntil: '2028-01-01T00:00:00Z',
        plates: [{ number: 'VX823K', country: 'NL' }],
        rightsQuantity: 3,
      },
    ])
  })

  test('is refused where it would end before it begins', async () => {
    const { call } = await openShop(town)
    const productId = await issued(call, anAddress())
    const endNotAfterStart = (pointer: string) => ({
      status: 400,
      body: { errors: [{ pointer, code: 'endNotAfterStart' }] },
    })
    const early = await change(call, productId, { validUntil: validity.validFrom })
    expect(early).toMatchObject(endNotAfterStart('/validUntil'))
    const late = await change(call, productId, { validFrom: validity.validUntil })
    expect(late).toMatchObject(endNotAfterStart('/validFrom'))
  })

  test('holds for its holder at once: blocked, unblocked, expired', async () => {
    const anna = await town.resident()
    const { call } = await openShop(town, { firstGrant: 75_00 })
    const productId = await issued(call, anna.email)
    await linkAll(town, anna)
    const params = { productId }
    const park = async () => {
      const body = { plate: { number: 'GBB01B' }, end: town.now.add({ minutes: 30 }).toString() }
      const answer = await anna.call('POST /products/{productId}/quotes', { params, body })
      return answer.body.reasons.map(({ code }) => code)
    }
    expect(await park()).toEqual([])
    const blocked = await call('POST /permit-shop/products/{productId}/_block', { params })
    expect(blocked.body.state).toBe('blocked')
    expect(await park()).toContain('blocked')
    const unblocked = await call('POST /permit-shop/products/{productId}/_unblock', { params })
    expect(unblocked.body.state).toBe('active')
    expect(await park()).toEqual([])
    await change(call, productId, { validUntil: town.now.add({ minutes: 10 }).toString() })
    expect(await park()).toContain('validity')
  })

  test('ends it for good, also for its holder', async () => {
    const anna = await town.resident()
    const { call } = await openShop(town)
    const productId = await issued(call, anna.email)
    await linkAll(town, anna)
    const params = { productId }
    for (let turn = 0; turn < 2; turn++) {
      const ended = await call('POST /permit-shop/products/{productId}/_end', { params })
      expect(ended).toMatchObject({ status: 200, body: { state: 'ended' } })
    }
    const { body } = await anna.call('GET /products/{productId}', { params })
    expect(body).toMatchObject({ state: 'expired', validUntil: '2026-03-02T09:00:00Z' })
    for (const answer of [
      await change(call, productId, { rightsQuantity: 1 }),
      await call('POST /permit-shop/products/{productId}/_block', { params }),
      await call('POST /permit-shop/products/{productId}/_unblock', { params }),
    ]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'productEnded' } })
    }
  })

  test('that has ended before it was linked gives no link', async () => {
    const { call } = await openShop(town)
    const productId = await issued(call, anAddress())
    await call('POST /permit-shop/products/{productId}/_end', { params: { productId } })
    expect(await giveLink(call, productId)).toMatchObject({
      status: 409,
      body: { code: 'productEnded' },
    })
  })

  test('that has ended before it was linked is made nobody’s by the links that were sent', async () => {
    const anna = await town.resident()
    const { call } = await openShop(town)
    const email = anAddress()
    const [hers, newcomers] = [await issued(call, anna.email), await issued(call, email)]
    for (const productId of [hers, newcomers])
      await call('POST /permit-shop/products/{productId}/_end', { params: { productId } })
    const [[toHer = ''], [toNewcomer = '']] = [
      await tokensTo(town, anna.email),
      await tokensTo(town, email),
    ]
    const password = 'vier groene fietsen zwemmen'
    const anyone = clientOf(town.app)
    for (const answer of [
      await anna.call('POST /links/_look', { body: { token: toHer } }),
      await anna.call('POST /links/_accept', { body: { token: toHer } }),
      await anyone('POST /links/_look', { body: { token: toNewcomer } }),
      await anyone('POST /links/_register', { body: { token: toNewcomer, password } }),
    ]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'productEnded' } })
    }
    const account = await town.db
      .selectFrom('accounts')
      .select('id')
      .where('email', '=', email)
      .execute()
    expect(account).toEqual([])
    for (const productId of [hers, newcomers]) {
      const params = { productId }
      const { body } = await call('GET /permit-shop/products/{productId}', { params })
      expect(body.linkedAt).toBeUndefined()
    }
  })

  test('races with being linked to one end or the other', async () => {
    const anna = await town.resident()
    const { call } = await openShop(town)
    const productId = await issued(call, anna.email)
    const params = { productId }
    const [token = ''] = await tokensTo(town, anna.email)
    const [accepted, ended] = await Promise.all([
      anna.call('POST /links/_accept', { body: { token } }),
      call('POST /permit-shop/products/{productId}/_end', { params }),
    ])
    expect(ended.status).toBe(200)
    const { body } = await call('GET /permit-shop/products/{productId}', { params })
    expect(accepted.status).toBe(body.linkedAt === undefined ? 409 : 200)
  })

  test('is in the audit trail as the deed of the shop, without address and plate', async () => {
    const { call, shopId } = await openShop(town)
    const email = anAddress()
    const { body } = await issue(call, { email, plates: [{ number: 'GBB01B' }] })
    await call('POST /permit-shop/products/{productId}/_block', { params: { productId: body.id } })
    const trail = await town.db
      .selectFrom('audit_entries')
      .selectAll()
      .where('subject_id', '=', body.id)
      .orderBy('id')
      .execute()
    expect(trail).toMatchObject([
      { action: 'productIssued', permit_shop_id: shopId, account_id: null },
      { action: 'productBlocked', permit_shop_id: shopId },
    ])
    expect(JSON.stringify(trail)).not.toMatch(new RegExp(`${email}|GBB01B`))
  })
})

describe('the token of a shop', () => {
  test('says which municipality it is for, and what that offers', async () => {
    const { call, organisationId } = await openShop(town)
    expect((await call('GET /permit-shop')).body).toMatchObject({
      name: 'E-Loket',
      organisation: { id: organisationId, permitShopName: 'E-Loket' },
      productTypes: [{ code: 'BEZOEK', name: 'Bezoekersregeling', unit: 'money' }],
      areas: [{ code: 'A', name: 'Centrum' }],
    })
  })

  test.each([
    { headers: {}, what: 'none at all' },
    { headers: { authorization: 'Bearer made-up' }, what: 'one that nobody was given' },
    { headers: { authorization: 'Basic bWFkZTp1cA==' }, what: 'another kind' },
  ])('is asked for, where there is $what', async ({ headers }) => {
    const answer = await clientOf(town.app)('GET /permit-shop', { headers })
    expect(answer).toMatchObject({ status: 401, body: { code: 'tokenNotAccepted' } })
    expect(answer.headers['www-authenticate']).toBe('Bearer')
  })

  test('opens nothing of residents, and a sign-in is no token', async () => {
    const anna = await town.resident()
    expect((await anna.call('GET /permit-shop')).body.code).toBe('tokenNotAccepted')
    const { call } = await openShop(town)
    const refused = await call('GET /products')
    expect([refused.status, refused.body.code]).toEqual([401, 'tokenNotAccepted'])
  })

  test('reaches no product of another municipality, and none that no shop issued', async () => {
    const [ours, theirs] = [await openShop(town), await openShop(town)]
    const anna = await town.resident()
    const productId = await issued(theirs.call, anAddress())
    for (const params of [{ productId }, { productId: anna.productId }]) {
      for (const answer of [
        await ours.call('GET /permit-shop/products/{productId}', { params }),
        await change(ours.call, params.productId, { rightsQuantity: 1 }),
        await ours.call('POST /permit-shop/products/{productId}/_mail', { params }),
        await giveLink(ours.call, params.productId),
        await ours.call('POST /permit-shop/products/{productId}/_block', { params }),
        await ours.call('POST /permit-shop/products/{productId}/_unblock', { params }),
        await ours.call('POST /permit-shop/products/{productId}/_end', { params }),
      ]) {
        expect(answer).toMatchObject({ status: 404, body: { code: 'notFound' } })
      }
    }
    expect((await ours.call('GET /permit-shop/products')).body.products).toEqual([])
  })
})
