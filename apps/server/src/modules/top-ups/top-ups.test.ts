import { amount } from '@2park/domain/amount'
import { beforeEach, describe, expect, test } from 'vitest'
import { openSandboxBank } from '#adapters/payments/sandbox.ts'
import { blockProduct } from '#modules/products/index.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import {
  balanceOf,
  checkout,
  euros,
  offer,
  openCheckout,
  order,
  paramsOf,
  press as pressAt,
  read,
  tenAndTwenty,
} from '../../../test/topping-up.ts'
import type { Given } from '../../../test/arrange.ts'
import { attendPayments } from './following.commands.ts'

const town = await openTown()
const publicUrl = new URL('https://2park.example')

beforeEach(() => {
  town.now = mondayAtTen
})

function buyer(given: Partial<Given> = {}) {
  return town.resident({ balance: 5_00, topUps: { options: tenAndTwenty }, ...given })
}

describe('the top-ups on offer', () => {
  test('D1: say what they cost, what they give and what is left then', async () => {
    const anna = await buyer()
    const { status, body } = await offer(anna)
    expect(status).toBe(200)
    expect(body.options).toMatchObject([
      { price: euros(10), gives: euros(10), balanceAfter: euros(15) },
      { price: euros(20), gives: euros(22), balanceAfter: euros(27) },
    ])
    expect(body).toMatchObject({ unfinished: [] })
    expect(body.refusal).toBeUndefined()
  })

  test.each([
    ['time', 10 * 3600],
    ['count', 20],
  ] as const)('D1: give %s to a product that has its balance in that', async (unit, gives) => {
    const options = [{ priceCents: 5_00, gives: amount(gives) }]
    const anna = await buyer({ unit, balance: 7, topUps: { options } })
    const { body } = await offer(anna)
    expect(body.options).toMatchObject([
      { price: euros(5), gives: { unit, value: gives }, balanceAfter: { unit, value: gives + 7 } },
    ])
    const { bankPath } = await checkout(anna)
    await press(bankPath, 'paid')
    expect(await balanceOf(anna)).toEqual({ unit, value: gives + 7 })
  })

  test.each([
    [{ topUps: undefined }, 'topUpNotOffered', false],
    [{ blockedAt: mondayAtTen }, 'blocked', true],
    [{ valid: { start: mondayAtTen.subtract({ hours: 2 }), end: mondayAtTen } }, 'expired', true],
  ] as const)('D4: are none with %j: %s', async (given, code, isOffered) => {
    const anna = await buyer(given)
    expect((await offer(anna)).body).toMatchObject({ options: [], refusal: { code } })
    const { body } = await anna.call('GET /products/{productId}', { params: paramsOf(anna) })
    expect(body.rules.topUpOffered).toBe(isOffered)
    const optionId = '01890000-0000-7000-8000-000000000000'
    expect(await order(anna, optionId)).toMatchObject({ status: 409, body: { code } })
  })

  test('D4: are the owner’s alone', async () => {
    const anna = await buyer()
    const eve = await buyer()
    const { topUpId } = await checkout(anna)
    const asEve = { ...eve, productId: anna.productId }
    const params = { ...paramsOf(anna), topUpId }
    const own = { ...paramsOf(eve), topUpId }
    for (const answer of [
      await offer(asEve),
      await order(asEve, (await offer(anna)).body.options[0]?.id),
      await eve.call('GET /products/{productId}/top-ups/{topUpId}', { params }),
      await eve.call('GET /products/{productId}/top-ups/{topUpId}', { params: own }),
      await eve.call('POST /products/{productId}/top-ups/{topUpId}/checkouts', { params }),
      await eve.call('POST /products/{productId}/top-ups/{topUpId}/checkouts', { params: own }),
    ]) {
      expect(answer.status).toBe(404)
    }
  })

  test('are no other product type’s', async () => {
    const anna = await buyer()
    const eve = await buyer()
    const theirs = (await offer(eve)).body.options[0]?.id
    expect(await order(anna, theirs)).toMatchObject({
      status: 409,
      body: { code: 'topUpNotOffered' },
    })
  })
})

describe('a payment', () => {
  test('D2: that was made shows the new balance, and is in the ledger once', async () => {
    const anna = await buyer()
    const { topUpId, bankPath } = await checkout(anna, 1)
    expect(await read(anna, topUpId)).toMatchObject({ state: 'open', balance: euros(5) })
    await Promise.all(Array.from({ length: 5 }, () => press(bankPath, 'paid')))
    expect(await read(anna, topUpId)).toMatchObject({
      state: 'paid',
      price: euros(20),
      gives: euros(22),
      balance: euros(27),
    })
    expect(await balanceOf(anna)).toEqual(euros(27))
  })

  test.each(['failed', 'cancelled', 'expired'])(
    'D2: that %s changes nothing, says so, and can be paid no more',
    async (outcome) => {
      const anna = await buyer()
      const { topUpId, bankPath } = await checkout(anna)
      await press(bankPath, outcome)
      await press(bankPath, 'paid')
      expect(await read(anna, topUpId)).toMatchObject({ state: outcome, balance: euros(5) })
      const params = { ...paramsOf(anna), topUpId }
      const again = await anna.call('POST /products/{productId}/top-ups/{topUpId}/checkouts', {
        params,
      })
      expect(again).toMatchObject({ status: 409, body: { code: 'topUpEnded' } })
    },
  )

  test('D2: that is left open is paid at the same address, until it expires', async () => {
    const anna = await buyer()
    const { topUpId, bankPath } = await checkout(anna)
    await press(bankPath, 'open')
    expect(await read(anna, topUpId)).toMatchObject({ state: 'open' })
    expect((await openCheckout(anna, topUpId)).body.url).toContain(bankPath)
    town.now = town.now.add({ minutes: 15 })
    expect(await read(anna, topUpId)).toMatchObject({ state: 'expired', balance: euros(5) })
  })

  test('has one order and one address, however often it is asked for with the same key', async () => {
    const anna = await buyer()
    const optionId = (await offer(anna)).body.options[0]?.id
    const sent = {
      params: paramsOf(anna),
      body: { optionId, language: 'nl' },
      key: 'one-order',
    }
    const orders = await Promise.all(
      [1, 2, 3].map(() => anna.call('POST /products/{productId}/top-ups', sent)),
    )
    const ids = new Set(orders.map(({ body }) => body.id))
    expect(ids.size).toBe(1)
    const [topUpId = ''] = ids
    const checkouts = await Promise.all([1, 2, 3].map(() => openCheckout(anna, topUpId)))
    expect(new Set(checkouts.map(({ body }) => body.url)).size).toBe(1)
  })

  test('is in the audit trail', async () => {
    const anna = await buyer()
    const { topUpId, bankPath } = await checkout(anna)
    await press(bankPath, 'paid')
    const trail = await town.db
      .selectFrom('audit_entries')
      .select(['action', 'account_id'])
      .where('subject_id', '=', topUpId)
      .orderBy('id')
      .execute()
    expect(trail).toEqual([
      { action: 'topUpOrdered', account_id: anna.accountId },
      { action: 'topUpPaid', account_id: anna.accountId },
    ])
  })

  test('of a product that was blocked meanwhile is credited all the same', async () => {
    const anna = await buyer()
    const { topUpId, bankPath } = await checkout(anna)
    await blockProduct(town.db, anna.productId, town.now)
    await press(bankPath, 'paid')
    expect(await read(anna, topUpId)).toMatchObject({ state: 'paid', balance: euros(15) })
  })
})

describe('the round along payments that hang', () => {
  const payments = openSandboxBank({ db: town.db, now: () => town.now, publicUrl })
  const goRound = () => attendPayments({ db: town.db, now: () => town.now, payments })

  test('gives up an order that nobody went to pay for', async () => {
    const anna = await buyer()
    const { body } = await order(anna, (await offer(anna)).body.options[0]?.id)
    town.now = town.now.add({ minutes: 19 })
    await goRound()
    expect(await statusOf(body.id)).toBe('new')
    town.now = town.now.add({ minutes: 1 })
    expect(await openCheckout(anna, body.id)).toMatchObject({
      status: 409,
      body: { code: 'topUpEnded' },
    })
    await goRound()
    expect(await statusOf(body.id)).toBe('expired')
  })

  test('finds what was paid without a word of it', async () => {
    const anna = await buyer()
    const { topUpId } = await checkout(anna)
    await town.db.updateTable('sandbox_payments').set({ status: 'paid' }).execute()
    town.now = town.now.add({ minutes: 20 })
    await Promise.all([goRound(), goRound()])
    expect(await statusOf(topUpId)).toBe('paid')
    expect(await balanceOf(await town.signIn(anna))).toEqual(euros(15))
  })
})

describe('what is sent wrong', () => {
  test.each([
    [{}, ['/optionId', '/language']],
    [{ optionId: 'ten', language: 'de' }, ['/optionId', '/language']],
    [{ optionId: 5, language: 'nl', priceCents: 1 }, ['/optionId', '/priceCents']],
  ])('%j is told at %j', async (body, pointers) => {
    const anna = await buyer()
    const answer = await anna.call('POST /products/{productId}/top-ups', {
      params: paramsOf(anna),
      body,
    })
    expect(answer.status).toBe(400)
    expect(answer.body.errors?.map(({ pointer }) => pointer)).toEqual(pointers)
  })

  test('a bank that is asked for what it doesn’t have says so', async () => {
    const { statusCode } = await town.app.inject({ url: '/sandbox-bank/sandbox_none' })
    expect(statusCode).toBe(404)
    const anna = await buyer()
    const { bankPath } = await checkout(anna)
    expect((await press(bankPath, 'stolen')).statusCode).toBe(404)
  })

  test.each([
    ['id=tr_unknown', 'application/x-www-form-urlencoded', 200],
    ['', 'application/x-www-form-urlencoded', 200],
    [`id=${'x'.repeat(100)}`, 'application/x-www-form-urlencoded', 200],
    ['id=%00', 'application/x-www-form-urlencoded', 200],
    ['{"id":"tr_unknown"}', 'application/json', 415],
    [`id=${'x'.repeat(5000)}`, 'application/x-www-form-urlencoded', 413],
  ])('a webhook with %.20j as %s is answered %i', async (payload, type, status) => {
    const { statusCode } = await town.app.inject({
      method: 'POST',
      url: '/webhooks/payments',
      payload,
      headers: { 'content-type': type },
    })
    expect(statusCode).toBe(status)
  })
})

const press = (bankPath: string, outcome: string) => pressAt(town.app, bankPath, outcome)

async function statusOf(id: string) {
  const row = await town.db.selectFrom('payments').select('status').where('id', '=', id).execute()
  return row[0]?.status
}
