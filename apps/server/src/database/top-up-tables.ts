/** The tables of top-ups, as part of `tables.ts`. */
import type { Generated } from 'kysely'

type Instant = Temporal.Instant

type TopUpOptions = {
  readonly id: string
  readonly product_type_id: string
  readonly price_cents: number
  readonly gives: number
}

type PaymentStatus =
  | 'new'
  | 'open'
  | 'pending'
  | 'paid'
  | 'failed'
  | 'cancelled'
  | 'expired'
  | 'mismatched'

type Payments = {
  readonly id: string
  readonly organisation_id: string
  readonly product_id: string
  readonly account_id: string
  readonly price_cents: number
  readonly gives: number
  readonly language: 'nl' | 'en'
  readonly status: PaymentStatus
  readonly provider_id: string | null
  readonly checkout_url: string | null
  readonly returned_cents: Generated<number>
  readonly taken_back: Generated<number>
  readonly shortfall: Generated<number>
  readonly returns: Generated<number>
  readonly created_at: Instant
  readonly checked_at: Instant | null
  readonly ended_at: Instant | null
}

type SandboxPayments = {
  readonly id: string
  readonly payment_id: string
  readonly amount_cents: number
  readonly description: string
  readonly language: 'nl' | 'en'
  readonly return_url: string
  readonly status: PaymentStatus
  readonly expires_at: Instant
}

export type TopUpTables = {
  readonly top_up_options: TopUpOptions
  readonly payments: Payments
  readonly sandbox_payments: SandboxPayments
}
