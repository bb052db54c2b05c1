/** What is asked of the server: a new parking session, or a later end for one that exists. */
import { call, type InputOf, type OutputOf } from '@2park/web/api'
import type { Session } from '#sessions.ts'

export type ParkingRequest = InputOf<'POST /products/{productId}/parking-sessions'>['body']
export type Quote = OutputOf<'POST /products/{productId}/quotes'>
export type Alternative = Quote['alternatives'][number]

/** What begins in the past or too far ahead has reasons, and no price. */
export type PricedQuote = Quote & {
  readonly [part in 'during' | 'price' | 'charge' | 'balanceAfter']: NonNullable<Quote[part]>
}

export function isPriced(quote: Quote): quote is PricedQuote {
  return quote.price !== undefined && quote.during !== undefined
}

export type Order =
  | { readonly kind: 'start'; readonly productId: string; readonly request: ParkingRequest }
  | { readonly kind: 'extend'; readonly parkingSessionId: string; readonly end: string }

export function place(order: Order, idempotencyKey: string): Promise<Session> {
  if (order.kind === 'extend') {
    const { parkingSessionId, end } = order
    return call(
      'POST /parking-sessions/{parkingSessionId}/_extend',
      { params: { parkingSessionId }, body: { end } },
      { idempotencyKey },
    )
  }
  return call(
    'POST /products/{productId}/parking-sessions',
    { params: { productId: order.productId }, body: order.request },
    { idempotencyKey },
  )
}

/** The order that takes an alternative of a refused one. */
export function orderOf(alternative: Alternative, refused: Order): Order {
  const { parkingSessionId, start, end } = alternative
  const { during } = alternative
  if (parkingSessionId !== undefined) return { kind: 'extend', parkingSessionId, end: during.end }
  if (refused.kind === 'extend') return { ...refused, end: during.end }
  const { plate, location } = refused.request
  const times = { ...(start !== undefined && { start }), ...(end !== undefined && { end }) }
  return { ...refused, request: { plate, ...(location !== undefined && { location }), ...times } }
}
