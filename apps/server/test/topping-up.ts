/** Topping up as a person does it, over HTTP: what is on offer, the order, the bank, the way back. */
import { amount } from '@2park/domain/amount'
import type { FastifyInstance } from 'fastify'
import type { Resident } from './open-town.ts'

/** € 10 for as much, and € 20 for € 22. */
export const tenAndTwenty = [
  { priceCents: 10_00, gives: amount(10_00) },
  { priceCents: 20_00, gives: amount(22_00) },
]

export const euros = (value: number) => ({ unit: 'money', value: value * 100 })
export const paramsOf = ({ productId }: Resident) => ({ productId })

export function offer(anna: Resident) {
  return anna.call('GET /products/{productId}/top-up-options', { params: paramsOf(anna) })
}

export function order(anna: Resident, optionId: string | undefined) {
  const sent = { params: paramsOf(anna), body: { optionId, language: 'nl' } }
  return anna.call('POST /products/{productId}/top-ups', sent)
}

export function openCheckout(anna: Resident, topUpId: string) {
  const params = { ...paramsOf(anna), topUpId }
  return anna.call('POST /products/{productId}/top-ups/{topUpId}/checkouts', { params })
}

/** Orders the cheapest option, or the one of this place in the list, and goes to the bank. */
export async function checkout(anna: Resident, index = 0) {
  const { body } = await order(anna, (await offer(anna)).body.options[index]?.id)
  const { body: opened } = await openCheckout(anna, body.id)
  return { topUpId: body.id, bankPath: new URL(opened.url).pathname }
}

/** Presses a button of the sandbox bank. */
export function press(app: FastifyInstance, bankPath: string, outcome: string) {
  return app.inject({
    method: 'POST',
    url: bankPath,
    payload: `outcome=${outcome}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
}

export async function read(anna: Resident, topUpId: string) {
  const params = { ...paramsOf(anna), topUpId }
  const { body } = await anna.call('GET /products/{productId}/top-ups/{topUpId}', { params })
  return body
}

export async function balanceOf(anna: Resident) {
  const { body } = await anna.call('GET /products/{productId}', { params: paramsOf(anna) })
  return body.balance
}
