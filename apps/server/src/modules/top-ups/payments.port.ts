/**
 * What we need of whoever takes the money: to make a payment that somebody can go and pay, and to
 * say what became of it. What they tell us by themselves is only a hint to go and ask.
 */
import type { Language } from '@2park/contract/language'

export type PaymentOrder = {
  /** Ours. The same one twice is one payment. */
  readonly id: string
  readonly priceCents: number
  readonly description: string
  readonly language: Language
  /** Where the payer comes back to. */
  readonly returnUrl: URL
}

export type ProviderStatus = 'open' | 'pending' | 'paid' | 'failed' | 'cancelled' | 'expired'

export type ProviderPayment = {
  /** Theirs. */
  readonly id: string
  /** Ours, as we gave it; undefined where it is no payment of ours. */
  readonly orderId: string | undefined
  readonly status: ProviderStatus
  readonly currency: string
  readonly amountCents: number
  /** What was refunded and charged back until now. */
  readonly returnedCents: number
  /** Only while it can be paid. */
  readonly checkoutUrl: string | undefined
}

/** Throws `Outage` when the provider can't be reached; asking again later is safe. */
export type PaymentProvider = {
  readonly create: (order: PaymentOrder) => Promise<ProviderPayment>
  readonly find: (id: string) => Promise<ProviderPayment | undefined>
}
