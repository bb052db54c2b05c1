/** What of a product's balance can be bought, and what became of a payment (D). */
import type { OutputOf } from '@2park/web/api'
import { read } from '@2park/web/read'

export type TopUpOffer = OutputOf<'GET /products/{productId}/top-up-options'>
export type TopUpOption = TopUpOffer['options'][number]
export type TopUp = OutputOf<'GET /products/{productId}/top-ups/{topUpId}'>

export const topUpOfferRead = (productId: string) =>
  read('GET /products/{productId}/top-up-options', { params: { productId } })

export const topUpRead = (productId: string, topUpId: string) =>
  read('GET /products/{productId}/top-ups/{topUpId}', { params: { productId, topUpId } })

/** Whether the bank may still say anything about it. */
export function isUnfinished({ state }: Pick<TopUp, 'state'>): boolean {
  return state === 'open' || state === 'pending'
}
