/** Which top-ups are possible (D1, D3), and what it means for us what a provider says of a payment. */
import { amount, nothing, type Amount } from '@2park/domain/amount'
import type { ProductState, TopUpOption, TopUpTerms } from '#modules/products/index.ts'
import type { ProviderPayment } from './payments.port.ts'
import type { Payment } from './payments.queries.ts'

/** How long an order may be without a payment, and a payment without news, before we look after it. */
export const patience = { minutes: 20 }

export const mostUnfinished = 5

export type Refusal = 'blocked' | 'expired' | 'topUpNotOffered' | 'topUpCap'

export type Offer = {
  readonly options: readonly TopUpOption[]
  /** Why there are none, or no more. */
  readonly refusal: Refusal | undefined
}

export type TopUpFacts = {
  readonly state: ProductState
  readonly terms: TopUpTerms
  /** Ordered in this period and not given up: euro cents and balance. */
  readonly used: { readonly price: number; readonly balance: number }
}

export function offerOf({ state, terms: { options, cap }, used }: TopUpFacts): Offer {
  if (state === 'expired' || state === 'blocked') return { options: [], refusal: state }
  if (options.length === 0) return { options, refusal: 'topUpNotOffered' }
  if (!cap) return { options, refusal: undefined }
  const left = cap.most - used[cap.counts]
  const possible = options.filter(
    ({ priceCents, gives }) => (cap.counts === 'price' ? priceCents : gives) <= left,
  )
  return {
    options: possible,
    refusal: possible.length < options.length ? 'topUpCap' : undefined,
  }
}

export type News =
  | { readonly kind: 'none' }
  | { readonly kind: 'status'; readonly status: Payment['status'] }
  | { readonly kind: 'paid' }
  | { readonly kind: 'mismatched' }

/**
 * What is new. Paid is paid, however late: the money was taken, also after we had given it up. What
 * has ended otherwise stays so, and what was paid is not unpaid by a word that came late.
 */
export function newsOf(payment: Payment, found: ProviderPayment): News {
  if (payment.status === 'paid' || payment.status === 'mismatched') return { kind: 'none' }
  if (found.status === 'paid') return isAsOrdered(payment, found) ? { kind: 'paid' } : mismatched
  if (hasEnded(payment) || found.status === payment.status) return { kind: 'none' }
  return { kind: 'status', status: found.status }
}

const mismatched: News = { kind: 'mismatched' }

function isAsOrdered({ priceCents }: Payment, { currency, amountCents }: ProviderPayment): boolean {
  return currency === 'EUR' && amountCents === priceCents
}

export function hasEnded({ status }: Pick<Payment, 'status'>): boolean {
  return status !== 'new' && status !== 'open' && status !== 'pending'
}

export type Return = {
  /** Above zero, the product loses it; below zero, it comes back. */
  readonly change: Amount
  readonly takenBack: Amount
}

/** Balance goes back in proportion to the money, rounded to the holder's gain. */
export function returnOf(payment: Payment, returnedCents: number): Return {
  const { gives, priceCents } = payment
  const takenBack = amount(Number((BigInt(gives) * BigInt(returnedCents)) / BigInt(priceCents)))
  return { change: amount(takenBack - payment.takenBack), takenBack }
}

export type Bearing = {
  /** What the municipality adds, so that the product can give back what it no longer has. */
  readonly covered: Amount
  /** What it gets of an earlier addition, now that money has come again. */
  readonly recovered: Amount
}

export function bearingOf(change: Amount, balance: Amount, shortfall: Amount): Bearing {
  return change > 0
    ? { covered: amount(Math.max(0, change - balance)), recovered: nothing }
    : { covered: nothing, recovered: amount(Math.min(shortfall, Math.abs(change))) }
}
