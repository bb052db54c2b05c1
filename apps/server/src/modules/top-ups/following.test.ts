/** What comes of what the provider says, with Mollie's stand-in as the provider. */
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openMollie } from '#adapters/payments/mollie.ts'
import { startMollie } from '../../../test/mollie/mollie-stand-in.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import {
  balanceOf,
  checkout,
  euros,
  offer,
  openCheckout,
  order,
  paramsOf,
  read,
  tenAndTwenty,
} from '../../../test/topping-up.ts'

// A provider in trouble is asked again for some seconds.
vi.setConfig({ testTimeout: 20_000 })

const apiKey = 'test_0123456789'
const clock = { now: mondayAtTen }
const bank = await startMollie(apiKey, () => clock.now)
afterAll(() => bank.stop())
const webhookUrl = new URL('https://2park.example/webhooks/payments')
const payments = openMollie({ apiKey, url: bank.url, method: 'ideal', webhookUrl })
const town = await openTown({ payments })

beforeEach(() => {
  moveClock(mondayAtTen)
  bank.state.meddling = {}
})

describe('a webhook', () => {
  test('D2: credits a payment once, however often and simultaneously it comes', async () => {
    const { anna, id } = await begun()
    bank.set(id, 'paid')
    const answers = await Promise.all(Array.from({ length: 10 }, () => announce(id)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(10).fill(200))
    expect(await balanceOf(anna)).toEqual(euros(15))
  })

  test('D2: that comes before we know what the provider calls its payment is understood', async () => {
    const anna = await buyer()
    const { body } = await order(anna, (await offer(anna)).body.options[0]?.id)
    bank.state.meddling = {
      after: async (call) => {
        if (call !== 'POST /v2/payments') return
        bank.state.meddling = {}
        const id = idOf(body.id)
        bank.set(id, 'paid')
        await announce(id)
      },
    }
    expect(await openCheckout(anna, body.id)).toMatchObject({ body: { code: 'topUpEnded' } })
    expect(await read(anna, body.id)).toMatchObject({ state: 'paid', balance: euros(15) })
  })

  test('D2: that tells of a payment after we had given it up credits it all the same', async () => {
    const { anna, topUpId, id } = await begun()
    bank.set(id, 'expired')
    await announce(id)
    expect(await read(anna, topUpId)).toMatchObject({ state: 'expired', balance: euros(5) })
    bank.set(id, 'paid')
    await announce(id)
    expect(await read(anna, topUpId)).toMatchObject({ state: 'paid', balance: euros(15) })
  })

  test('D2: that tells of a late payment for an account that was closed credits nobody, and is left to people', async () => {
    const { anna, topUpId, id } = await begun()
    bank.set(id, 'expired')
    await announce(id)
    const { password } = anna
    expect((await anna.call('POST /account/_close', { body: { password } })).status).toBe(204)
    bank.set(id, 'paid')
    await announce(id)
    bank.refund(id, 10_00)
    await announce(id)
    expect(await rowsOf(anna, topUpId)).toEqual({
      status: 'mismatched',
      balance: 5_00,
      trail: ['topUpOrdered', 'topUpEnded', 'topUpMismatched'],
    })
  })

  test('that can’t be looked into is answered so that it comes again', async () => {
    const { id } = await begun()
    bank.state.meddling = { before: () => 503 }
    expect((await announce(id)).statusCode).toBe(503)
  })

  test('of another amount than was ordered credits nothing', async () => {
    const { anna, topUpId, id } = await begun()
    bank.set(id, 'paid')
    bank.pretend(id, 1)
    await announce(id)
    expect(await read(anna, topUpId)).toMatchObject({ state: 'mismatched', balance: euros(5) })
  })
})

test.each`
  button        | state          | left
  ${'paid'}     | ${'paid'}      | ${15}
  ${'failed'}   | ${'failed'}    | ${5}
  ${'canceled'} | ${'cancelled'} | ${5}
  ${'expired'}  | ${'expired'}   | ${5}
  ${'open'}     | ${'open'}      | ${5}
`(
  'D2: who pressed [$button] at the bank comes back to us, and finds it $state before its webhook',
  async ({ button, state, left }) => {
    const { anna, topUpId, id } = await begun()
    const body = new URLSearchParams({ status: button })
    const address = new URL(`/checkout/${id}`, bank.url)
    const back = await fetch(address, { method: 'POST', body, redirect: 'manual' })
    expect(new URL(back.headers.get('location') ?? '').href).toContain(topUpId)
    expect(await read(anna, topUpId)).toMatchObject({ state, balance: euros(left) })
    await announce(id)
    expect(await read(anna, topUpId)).toMatchObject({ state, balance: euros(left) })
  },
)

test('D2: a lost webhook costs nobody their balance: who comes back asks', async () => {
  const { anna, topUpId, id } = await begun()
  bank.set(id, 'paid')
  expect(await read(anna, topUpId)).toMatchObject({ state: 'paid', balance: euros(15) })
})

test('a provider that is away is an outage for who wants to pay, and no news for who waits', async () => {
  const { anna, topUpId } = await begun()
  const { body } = await order(anna, (await offer(anna)).body.options[0]?.id)
  bank.state.meddling = { before: () => 503 }
  expect(await openCheckout(anna, body.id)).toMatchObject({ status: 503, body: { code: 'outage' } })
  expect(await read(anna, topUpId)).toMatchObject({ state: 'open' })
})

describe('money that goes back', () => {
  test('takes its balance along, in proportion, and leaves room under the limit', async () => {
    const { anna, id } = await paid(1)
    bank.refund(id, 5_00)
    await announce(id)
    // € 5 of € 20 is a quarter of the € 22 that they gave.
    expect(await balanceOf(anna)).toEqual(euros(5 + 22 - 5.5))
    await announce(id)
    expect(await balanceOf(anna)).toEqual(euros(5 + 22 - 5.5))
    bank.refund(id, 15_00)
    await announce(id)
    expect(await balanceOf(anna)).toEqual(euros(5))
  })

  test('that was used up is borne by the municipality, and blocks the product', async () => {
    const { anna, topUpId, id } = await paid(0)
    // € 14.40 of the € 15.00.
    const end = town.now.add({ hours: 6 }).toString()
    await anna.call('POST /products/{productId}/parking-sessions', {
      params: paramsOf(anna),
      body: { plate: { number: 'GBB01B' }, end },
    })
    bank.chargeBack(id, 10_00)
    await Promise.all([announce(id), announce(id)])
    const { body } = await anna.call('GET /products/{productId}', { params: paramsOf(anna) })
    expect(body).toMatchObject({ state: 'blocked', balance: euros(0) })
    const owed = await town.db
      .selectFrom('payments')
      .select(['shortfall', 'taken_back'])
      .where('id', '=', topUpId)
      .execute()
    expect(owed).toEqual([{ shortfall: 9_40, taken_back: 10_00 }])
  })

  test('of a payer who closed their account is borne by the municipality, and not by who holds the product next', async () => {
    const { anna, topUpId, id } = await paid(0)
    const { password } = anna
    expect((await anna.call('POST /account/_close', { body: { password } })).status).toBe(204)
    const bram = await buyer()
    await town.db
      .updateTable('products')
      .set({ holder_id: bram.accountId, linked_at: town.now })
      .where('id', '=', anna.productId)
      .execute()
    const next = { ...bram, productId: anna.productId }
    const told = async () =>
      (await next.call('GET /products/{productId}', { params: paramsOf(next) })).body
    for (const [back, shortfall] of [
      [10_00, 10_00],
      [-10_00, 0],
      [4_00, 4_00],
    ] as const) {
      bank.chargeBack(id, back)
      await announce(id)
      expect(await told()).toMatchObject({ state: 'active', balance: euros(15) })
      const owed = town.db.selectFrom('payments').select('shortfall').where('id', '=', topUpId)
      expect(await owed.execute()).toEqual([{ shortfall }])
    }
  })

  test('and comes again is given again, and the municipality first gets what it bore', async () => {
    const { anna, topUpId, id } = await paid(0)
    bank.chargeBack(id, 10_00)
    await announce(id)
    expect(await balanceOf(anna)).toEqual(euros(5))
    bank.chargeBack(id, -10_00)
    await announce(id)
    expect(await balanceOf(anna)).toEqual(euros(15))
    const audit = await town.db
      .selectFrom('audit_entries')
      .select('action')
      .where('subject_id', '=', topUpId)
      .orderBy('id')
      .execute()
    expect(audit.map(({ action }) => action)).toEqual([
      'topUpOrdered',
      'topUpPaid',
      'topUpReturned',
      'topUpReturned',
    ])
  })
})

function moveClock(at: Temporal.Instant) {
  town.now = at
  clock.now = at
}

function buyer() {
  return town.resident({ balance: 5_00, topUps: { options: tenAndTwenty } })
}

/** Somebody who went to pay. */
async function begun(index = 0): Promise<{ anna: Resident; topUpId: string; id: string }> {
  const anna = await buyer()
  const { topUpId } = await checkout(anna, index)
  return { anna, topUpId, id: idOf(topUpId) }
}

async function paid(index: number) {
  const bought = await begun(index)
  bank.set(bought.id, 'paid')
  await announce(bought.id)
  return bought
}

/** What the bank calls the payment of a top-up. */
function idOf(topUpId: string): string {
  const isOf = (metadata: unknown) =>
    JSON.stringify(metadata) === JSON.stringify({ orderId: topUpId })
  return [...bank.payments.values()].find(({ order: { metadata } }) => isOf(metadata))?.id ?? ''
}

function announce(id: string) {
  return town.app.inject({
    method: 'POST',
    url: '/webhooks/payments',
    payload: `id=${id}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
}

/** What is kept of a top-up whose holder nobody asks any more. */
async function rowsOf({ productId }: Resident, topUpId: string) {
  const ordered = town.db.selectFrom('payments').select('status').where('id', '=', topUpId)
  const accounts = town.db
    .selectFrom('ledger_accounts')
    .select('balance')
    .where('product_id', '=', productId)
  const trail = await town.db
    .selectFrom('audit_entries')
    .select('action')
    .where('subject_id', '=', topUpId)
    .orderBy('id')
    .execute()
  return {
    ...(await ordered.executeTakeFirstOrThrow()),
    ...(await accounts.executeTakeFirstOrThrow()),
    trail: trail.map(({ action }) => action),
  }
}
