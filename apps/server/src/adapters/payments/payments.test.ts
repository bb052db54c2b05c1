import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { PaymentProvider, ProviderStatus } from '#modules/top-ups/payments.port.ts'
import { Outage } from '#outage.ts'
import { startMollie } from '../../../test/mollie/mollie-stand-in.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { openMollie } from './mollie.ts'
import { openSandboxBank } from './sandbox.ts'

// A provider in trouble is asked again for some seconds.
vi.setConfig({ testTimeout: 20_000 })

const db = await testDatabase()
const clock = { now: Temporal.Instant.from('2026-03-02T10:00:00+01:00') }
const now = () => clock.now
const apiKey = 'test_0123456789'
const publicUrl = new URL('https://2park.example')
const webhookUrl = new URL('/webhooks/payments', publicUrl)

const mollieStandIn = await startMollie(apiKey, now)
afterAll(() => mollieStandIn.stop())
const mollie = openMollie({ apiKey, url: mollieStandIn.url, method: 'ideal', webhookUrl })
const sandbox = openSandboxBank({ db, now, publicUrl })

beforeEach(() => {
  clock.now = Temporal.Instant.from('2026-03-02T10:00:00+01:00')
  mollieStandIn.state.meddling = {}
})

type Bank = {
  readonly provider: PaymentProvider
  readonly ends: (id: string, status: ProviderStatus) => Promise<void> | void
}

const banks: readonly (readonly [string, Bank])[] = [
  ['the sandbox', { provider: sandbox, ends: sandbox.press }],
  [
    'Mollie',
    {
      provider: mollie,
      ends: (id, status) => mollieStandIn.set(id, status === 'cancelled' ? 'canceled' : status),
    },
  ],
]

function order(id: string = randomUUID()) {
  const returnUrl = new URL('/back', publicUrl)
  return { id, priceCents: 12_05, description: 'Opwaarderen', language: 'nl', returnUrl } as const
}

describe.each(banks)('%s', (_, { provider, ends }) => {
  test('makes a payment that can be paid, and finds it again', async () => {
    const wanted = order()
    const made = await provider.create(wanted)
    expect(made).toMatchObject({
      orderId: wanted.id,
      status: 'open',
      currency: 'EUR',
      amountCents: 12_05,
      returnedCents: 0,
      checkoutUrl: expect.stringContaining(made.id),
    })
    expect(await provider.find(made.id)).toEqual(made)
  })

  test('makes one payment of an order that is sent twice', async () => {
    const wanted = order()
    const [first, second] = [await provider.create(wanted), await provider.create(wanted)]
    expect(second.id).toBe(first.id)
  })

  test.each(['paid', 'failed', 'cancelled', 'expired'] as const)(
    'says that a payment is %s, and that it can be paid no more',
    async (status) => {
      const { id } = await provider.create(order())
      await ends(id, status)
      expect(await provider.find(id)).toMatchObject({ status, checkoutUrl: undefined })
    },
  )

  test('lets a payment expire after a quarter of an hour', async () => {
    const { id } = await provider.create(order())
    clock.now = clock.now.add({ minutes: 15 })
    expect(await provider.find(id)).toMatchObject({ status: 'expired' })
  })

  test.each(['tr_unknown', 'sandbox_unknown'])('knows nothing of %s', async (id) => {
    expect(await provider.find(id)).toBeUndefined()
  })
})

describe('Mollie', () => {
  test('is told the language, the method and both addresses, and is asked in text amounts', async () => {
    const wanted = order()
    const { id } = await mollie.create(wanted)
    expect(mollieStandIn.payments.get(id)?.order).toEqual({
      amount: { currency: 'EUR', value: '12.05' },
      description: 'Opwaarderen',
      redirectUrl: 'https://2park.example/back',
      webhookUrl: 'https://2park.example/webhooks/payments',
      locale: 'nl_NL',
      method: 'ideal',
      metadata: { orderId: wanted.id },
    })
  })

  test('says what was refunded and charged back', async () => {
    const { id } = await mollie.create(order())
    mollieStandIn.set(id, 'paid')
    mollieStandIn.refund(id, 2_00)
    mollieStandIn.chargeBack(id, 5)
    expect(await mollie.find(id)).toMatchObject({ status: 'paid', returnedCents: 2_05 })
  })

  test.each([429, 500, 503])(
    'that has trouble for a moment (%i) is asked again',
    async (status) => {
      let calls = 0
      mollieStandIn.state.meddling = { before: () => (calls++ === 0 ? status : undefined) }
      expect(await mollie.create(order())).toMatchObject({ status: 'open' })
      expect(calls).toBe(2)
    },
  )

  test.each([429, 500, 503])('that stays in trouble (%i) is an outage', async (status) => {
    mollieStandIn.state.meddling = { before: () => status }
    await expect(mollie.find('tr_any')).rejects.toBeInstanceOf(Outage)
  })

  test('that nobody can reach is an outage', async () => {
    const url = new URL('http://127.0.0.1:1')
    const away = openMollie({ apiKey, url, method: undefined, webhookUrl })
    await expect(away.create(order())).rejects.toBeInstanceOf(Outage)
  })

  test('that refuses our key is a fault of ours', async () => {
    const { url } = mollieStandIn
    const wrong = openMollie({ apiKey: 'test_other00000', url, method: undefined, webhookUrl })
    await expect(wrong.create(order())).rejects.not.toBeInstanceOf(Outage)
  })
})
