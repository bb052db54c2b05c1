/** The stand-in is as Mollie is: its own client, which takes no answer that lacks anything, is content. */
import { ClientCore } from 'mollie-api-typescript/core.js'
import { chargebacksList } from 'mollie-api-typescript/funcs/chargebacksList.js'
import { methodsList } from 'mollie-api-typescript/funcs/methodsList.js'
import { paymentsCancel } from 'mollie-api-typescript/funcs/paymentsCancel.js'
import { paymentsCreate } from 'mollie-api-typescript/funcs/paymentsCreate.js'
import { paymentsGet } from 'mollie-api-typescript/funcs/paymentsGet.js'
import { refundsCreate } from 'mollie-api-typescript/funcs/refundsCreate.js'
import { refundsList } from 'mollie-api-typescript/funcs/refundsList.js'
import { afterAll, describe, expect, test } from 'vitest'
import { startMollie } from './mollie-stand-in.ts'

const apiKey = 'test_0123456789'
const clock = { now: Temporal.Instant.from('2026-03-02T10:00:00+01:00') }
const mollie = await startMollie(apiKey, () => clock.now)
afterAll(() => mollie.stop())
const client = new ClientCore({ security: { apiKey }, serverURL: mollie.url.origin })
const ten = { currency: 'EUR', value: '10.00' }

describe('the stand-in of Mollie', () => {
  test('lists the methods that one can pay by', async () => {
    const { embedded } = okay(await methodsList(client, { amount: ten }))
    expect(embedded.methods.map(({ id }) => id)).toEqual(['ideal', 'banktransfer'])
  })

  test.each`
    button        | status
    ${'paid'}     | ${'paid'}
    ${'failed'}   | ${'failed'}
    ${'canceled'} | ${'canceled'}
    ${'expired'}  | ${'expired'}
    ${'open'}     | ${'open'}
  `('shows a page on which [$button] makes a payment $status', async ({ button, status }) => {
    const { id, links } = await create('ideal')
    const address = links.checkout?.href ?? ''
    expect(await (await fetch(address)).text()).toContain(`value="${button}"`)
    const back = await press(address, button)
    expect(back.status).toBe(302)
    expect(back.headers.get('location')).toBe('https://2park.example/back')
    const found = okay(await paymentsGet(client, { paymentId: id }))
    expect(found.status).toBe(status)
    expect(found.links.checkout === undefined).toBe(status !== 'open')
  })

  test('takes no other button, and none once it is over', async () => {
    const { links } = await create('ideal')
    const address = links.checkout?.href ?? ''
    expect((await press(address, 'free')).status).toBe(422)
    await press(address, 'paid')
    expect((await press(address, 'failed')).status).toBe(422)
    expect((await fetch(new URL('/checkout/tr_unknown', mollie.url))).status).toBe(404)
  })

  test('lets a transfer be cancelled, and nobody be called back from their bank', async () => {
    const transfer = await create('banktransfer')
    expect(transfer.isCancelable).toBe(true)
    const cancelled = okay(await paymentsCancel(client, { paymentId: transfer.id }))
    expect(cancelled).toMatchObject({ status: 'canceled', isCancelable: false })
    const ideal = await create('ideal')
    const refused = await paymentsCancel(client, { paymentId: ideal.id })
    expect(refused).toMatchObject({ ok: false, error: { statusCode: 422 } })
  })

  test('refunds what was paid and no more, and lists it', async () => {
    const { id: paymentId } = await create('ideal')
    const refund = (value: string) =>
      refundsCreate(client, {
        paymentId,
        refundRequest: { amount: { currency: 'EUR', value }, description: 'Terug' },
      })
    expect(await refund('1.00')).toMatchObject({ ok: false, error: { statusCode: 422 } })
    mollie.set(paymentId, 'paid')
    expect(okay(await refund('4.00'))).toMatchObject({ paymentId, amount: { value: '4.00' } })
    expect(await refund('6.01')).toMatchObject({ ok: false, error: { statusCode: 422 } })
    const { result } = okay(await refundsList(client, { paymentId }))
    expect(result.embedded.refunds).toMatchObject([{ description: 'Terug', status: 'pending' }])
    const found = okay(await paymentsGet(client, { paymentId }))
    expect(found).toMatchObject({
      amountRefunded: { value: '4.00' },
      amountRemaining: { value: '6.00' },
    })
  })

  test('lists what a bank took back', async () => {
    const { id: paymentId } = await create('ideal')
    mollie.set(paymentId, 'paid')
    mollie.chargeBack(paymentId, 10_00)
    const { result } = okay(await chargebacksList(client, { paymentId }))
    expect(result.embedded.chargebacks).toMatchObject([{ paymentId, amount: ten }])
  })

  test('answers the second of two calls at once with one key that it is in use', async () => {
    const key = 'twice at once'
    const { promise: slow, resolve: goOn } = Promise.withResolvers<undefined>()
    mollie.state.meddling = { before: () => slow }
    const first = ask(key)
    expect((await ask(key)).status).toBe(409)
    goOn(undefined)
    expect((await first).status).toBe(201)
    mollie.state.meddling = {}
  })
})

/** Without the client, which would ask again. */
function ask(key: string): Promise<Response> {
  const headers = { authorization: `Bearer ${apiKey}`, 'idempotency-key': key }
  const body = JSON.stringify(order('ideal'))
  return fetch(new URL('/v2/payments', mollie.url), { method: 'POST', headers, body })
}

function order(method: 'ideal' | 'banktransfer') {
  const redirectUrl = 'https://2park.example/back'
  return { amount: ten, description: 'Opwaarderen', redirectUrl, method } as const
}

async function create(method: 'ideal' | 'banktransfer') {
  return okay(await paymentsCreate(client, { paymentRequest: order(method) }))
}

function press(address: string, status: string): Promise<Response> {
  const body = new URLSearchParams({ status })
  return fetch(address, { method: 'POST', body, redirect: 'manual' })
}

type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Error }

function okay<T>(result: Result<T>): T {
  if (!result.ok) throw result.error
  return result.value
}
