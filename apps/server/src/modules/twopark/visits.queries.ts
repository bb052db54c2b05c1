/** What a client asked for last, which some of its calls go on from without saying so. */
import type { Database } from '#database/database.ts'

export type HistoryVisit = {
  readonly productId: string
  /** When its first page was read: what has ended since is on no page after it. */
  readonly sessionsAsOf: Temporal.Instant | null
  /** The same for its transactions, by the number of the last one. */
  readonly entriesUpTo: number | null
}

export async function findHistoryVisit(
  db: Database,
  signInId: string,
): Promise<HistoryVisit | undefined> {
  const row = await db
    .selectFrom('two_park_visits')
    .select(['history_of', 'sessions_as_of as sessionsAsOf', 'entries_up_to as entriesUpTo'])
    .where('sign_in_id', '=', signInId)
    .executeTakeFirst()
  if (!row || row.history_of === null) return undefined
  const { history_of: productId, ...read } = row
  return { productId, ...read }
}

export async function saveHistoryVisit(
  db: Database,
  signInId: string,
  { productId, sessionsAsOf, entriesUpTo }: HistoryVisit,
): Promise<void> {
  const visit = {
    history_of: productId,
    sessions_as_of: sessionsAsOf,
    entries_up_to: entriesUpTo,
  }
  await db
    .insertInto('two_park_visits')
    .values({ sign_in_id: signInId, ...visit })
    .onConflict((conflict) => conflict.column('sign_in_id').doUpdateSet(visit))
    .execute()
}

export type PaymentVisit = { readonly topUpId: string; readonly productId: string }

export async function findPaymentVisit(
  db: Database,
  signInId: string,
): Promise<PaymentVisit | undefined> {
  const row = await db
    .selectFrom('two_park_visits')
    .select(['payment_id', 'payment_of'])
    .where('sign_in_id', '=', signInId)
    .executeTakeFirst()
  if (!row || row.payment_id === null || row.payment_of === null) return undefined
  return { topUpId: row.payment_id, productId: row.payment_of }
}

export async function savePaymentVisit(
  db: Database,
  signInId: string,
  { topUpId, productId }: PaymentVisit,
): Promise<void> {
  const visit = { payment_id: topUpId, payment_of: productId }
  await db
    .insertInto('two_park_visits')
    .values({ sign_in_id: signInId, ...visit })
    .onConflict((conflict) => conflict.column('sign_in_id').doUpdateSet(visit))
    .execute()
}
