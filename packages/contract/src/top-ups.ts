/** Buying balance (D): what is on offer, the payment of it, and what became of that. */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { CalendarDate, Id, Instant, UnitAmount } from './fields.ts'
import { languages } from './language.ts'
import { Reason } from './quotes.ts'

export const TopUpOption = z.object({
  id: Id,
  price: UnitAmount,
  gives: UnitAmount,
  balanceAfter: UnitAmount,
})

/** `open` and `pending` may still become anything; the others are how it ended. */
export const TopUpState = z.enum([
  'open',
  'pending',
  'paid',
  'failed',
  'cancelled',
  'expired',
  'mismatched',
])

export const TopUp = z.object({
  id: Id,
  productId: Id,
  price: UnitAmount,
  gives: UnitAmount,
  state: TopUpState,
  createdAt: Instant,
  /** What the product has left now. */
  balance: UnitAmount,
})

const TopUpOffer = z.object({
  /** Those that are still possible in this period, the cheapest first (D1). */
  options: z.array(TopUpOption),
  /** Why there is none, or no dearer one (D3, R2). */
  refusal: z.optional(Reason),
  /** When the limit of this period no longer holds. */
  nextPeriodOn: z.optional(CalendarDate),
  /** Payments that have not ended: what they would give is set aside until they do. */
  unfinished: z.array(TopUp),
})

export const TopUpOrder = z.strictObject({
  optionId: Id,
  /** In which the bank's page speaks to the payer. */
  language: z.enum(languages),
})

const ProductParams = z.object({ productId: Id })
const TopUpParams = z.object({ productId: Id, topUpId: Id })

export const topUpEndpoints = endpoints({
  'GET /products/{productId}/top-up-options': {
    summary: 'What of the balance can be bought now (D1), and if nothing, why (D3).',
    tag: 'top-ups',
    params: ProductParams,
    response: TopUpOffer,
    status: 200,
    problems: [],
  },
  'POST /products/{productId}/top-ups': {
    summary: 'Order a top-up. It is paid by its checkout, and given when it has been paid (D2).',
    tag: 'top-ups',
    params: ProductParams,
    body: TopUpOrder,
    response: TopUp,
    status: 201,
    problems: ['blocked', 'expired', 'topUpNotOffered', 'topUpCap', 'topUpsUnfinished'],
  },
  'GET /products/{productId}/top-ups/{topUpId}': {
    summary: 'One top-up, as the bank says it is now.',
    tag: 'top-ups',
    params: TopUpParams,
    response: TopUp,
    status: 200,
    problems: [],
  },
  'POST /products/{productId}/top-ups/{topUpId}/checkouts': {
    summary: 'Where the top-up is paid: the same address each time, until the payment has ended.',
    tag: 'top-ups',
    params: TopUpParams,
    response: z.object({ url: z.url() }),
    status: 201,
    problems: ['topUpEnded'],
  },
})
