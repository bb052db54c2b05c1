/** All SQL of the sandbox bank: payments that nobody really pays, kept so that they outlive a restart. */
import type { Language } from '@2park/contract/language'
import type { Database } from '#database/database.ts'
import type { ProviderStatus } from '#modules/top-ups/payments.port.ts'

export type SandboxPayment = {
  readonly id: string
  readonly paymentId: string
  readonly amountCents: number
  readonly description: string
  readonly language: Language
  readonly returnUrl: string
  readonly status: ProviderStatus
  readonly expiresAt: Temporal.Instant
}

/** One for each order: the first one made stays. */
export async function insertSandboxPayment(db: Database, payment: SandboxPayment): Promise<void> {
  await db
    .insertInto('sandbox_payments')
    .values({
      id: payment.id,
      payment_id: payment.paymentId,
      amount_cents: payment.amountCents,
      description: payment.description,
      language: payment.language,
      return_url: payment.returnUrl,
      status: payment.status,
      expires_at: payment.expiresAt,
    })
    .onConflict((conflict) => conflict.constraint('sandbox_payment_once').doNothing())
    .execute()
}

export async function findSandboxPayment(
  db: Database,
  by: { readonly id: string } | { readonly paymentId: string },
): Promise<SandboxPayment | undefined> {
  const row = await db
    .selectFrom('sandbox_payments')
    .selectAll()
    .where('id' in by ? 'id' : 'payment_id', '=', 'id' in by ? by.id : by.paymentId)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      paymentId: row.payment_id,
      amountCents: row.amount_cents,
      description: row.description,
      language: row.language,
      returnUrl: row.return_url,
      // Written by this file only, which knows no other.
      status: row.status as ProviderStatus,
      expiresAt: row.expires_at,
    }
  )
}

export async function updateSandboxStatus(
  db: Database,
  id: string,
  status: ProviderStatus,
): Promise<void> {
  await db
    .updateTable('sandbox_payments')
    .set({ status })
    .where('id', '=', id)
    .where('status', 'in', ['open', 'pending'])
    .execute()
}
