/** All SQL about payments. */
import { amount, type Amount, type Unit } from '@2park/domain/amount'
import type { Language } from '@2park/contract/language'
import { sql } from 'kysely'
import type { Database, Tx } from '#database/database.ts'

export type Payment = {
  readonly id: string
  readonly organisationId: string
  readonly productId: string
  readonly accountId: string
  readonly priceCents: number
  readonly gives: Amount
  readonly language: Language
  /** `new` is known to us only; `mismatched` was paid, and can't be credited. */
  readonly status:
    | 'new'
    | 'open'
    | 'pending'
    | 'paid'
    | 'failed'
    | 'cancelled'
    | 'expired'
    | 'mismatched'
  readonly providerId: string | null
  readonly checkoutUrl: string | null
  readonly returnedCents: number
  readonly takenBack: Amount
  readonly shortfall: Amount
  readonly returns: number
  readonly createdAt: Temporal.Instant
  readonly checkedAt: Temporal.Instant | null
}

/** What becomes of an order; all else of it stays as it was ordered. */
type Changing =
  | 'status'
  | 'providerId'
  | 'checkoutUrl'
  | 'returnedCents'
  | 'takenBack'
  | 'shortfall'
  | 'returns'

const columns = [
  'id',
  'organisation_id as organisationId',
  'product_id as productId',
  'account_id as accountId',
  'price_cents as priceCents',
  'gives',
  'language',
  'status',
  'provider_id as providerId',
  'checkout_url as checkoutUrl',
  'returned_cents as returnedCents',
  'taken_back as takenBack',
  'shortfall',
  'returns',
  'created_at as createdAt',
  'checked_at as checkedAt',
] as const

const unfinished = ['new', 'open', 'pending'] as const
const givenUp = ['failed', 'cancelled', 'expired'] as const

const payments = (db: Database | Tx) => db.selectFrom('payments').select(columns)

/** Holds the product, so that orders made at once don't both take the last of a limit. */
export async function lockProduct(
  tx: Tx,
  productId: string,
): Promise<{ readonly blocked: boolean; readonly holderId: string | null }> {
  const { blocked_at, holder_id } = await tx
    .selectFrom('products')
    .select(['blocked_at', 'holder_id'])
    .where('id', '=', productId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  return { blocked: blocked_at !== null, holderId: holder_id }
}

/** Whether the product is still held by who ordered; they may have closed their account. */
export async function isHeldByPayer(tx: Tx, { productId, accountId }: Payment): Promise<boolean> {
  const product = await tx
    .selectFrom('products')
    .select('holder_id')
    .where('id', '=', productId)
    .executeTakeFirstOrThrow()
  return product.holder_id === accountId
}

export async function sumOrdered(
  db: Database | Tx,
  productId: string,
  since: Temporal.Instant,
): Promise<{ readonly price: number; readonly balance: number }> {
  return db
    .selectFrom('payments')
    .select([
      sql<number>`coalesce(sum(price_cents - returned_cents), 0)::bigint`.as('price'),
      sql<number>`coalesce(sum(gives - taken_back), 0)::bigint`.as('balance'),
    ])
    .where('product_id', '=', productId)
    .where('created_at', '>=', since)
    .where('status', 'not in', givenUp)
    .executeTakeFirstOrThrow()
}

export async function listUnfinished(db: Database | Tx, productId: string): Promise<Payment[]> {
  const rows = await payments(db)
    .where('product_id', '=', productId)
    .where('status', 'in', unfinished)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(toPayment)
}

/** Whether money may come in yet for one of these products. */
export async function hasUnfinishedPayments(
  tx: Tx,
  productIds: readonly string[],
): Promise<boolean> {
  if (productIds.length === 0) return false
  const row = await tx
    .selectFrom('payments')
    .select('id')
    .where('product_id', 'in', productIds)
    .where('status', 'in', unfinished)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whatever has had no news for a while, the one asked about longest ago first. */
export async function listUnattended(db: Database, before: Temporal.Instant): Promise<Payment[]> {
  const rows = await payments(db)
    .where('status', 'in', unfinished)
    .where('created_at', '<=', before)
    .orderBy(sql`coalesce(checked_at, created_at)`)
    .limit(500)
    .execute()
  return rows.map(toPayment)
}

export type HeldPayment = Payment & { readonly unit: Unit }

/** All that somebody ever ordered. */
export async function listPaymentsOf(db: Database, accountId: string): Promise<HeldPayment[]> {
  const rows = await db
    .selectFrom('payments')
    .innerJoin('ledger_accounts', 'ledger_accounts.product_id', 'payments.product_id')
    .select(columns.map((column) => `payments.${column}` as const))
    .select('ledger_accounts.unit')
    .where('account_id', '=', accountId)
    .orderBy('payments.created_at')
    .execute()
  return rows.map(({ unit, ...row }) => ({ ...toPayment(row), unit }))
}

export async function insertPayment(
  tx: Tx,
  payment: Omit<Payment, Changing | 'checkedAt'>,
): Promise<Payment> {
  const row = await tx
    .insertInto('payments')
    .values({
      id: payment.id,
      organisation_id: payment.organisationId,
      product_id: payment.productId,
      account_id: payment.accountId,
      price_cents: payment.priceCents,
      gives: payment.gives,
      language: payment.language,
      status: 'new',
      created_at: payment.createdAt,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
  return toPayment(row)
}

export async function findPayment(
  db: Database,
  { id, productId }: { readonly id: string; readonly productId: string },
): Promise<Payment | undefined> {
  const row = await payments(db)
    .where('id', '=', id)
    .where('product_id', '=', productId)
    .executeTakeFirst()
  return row && toPayment(row)
}

/** Whosever it is. */
export async function findPaymentById(db: Database, id: string): Promise<Payment | undefined> {
  const row = await payments(db).where('id', '=', id).executeTakeFirst()
  return row && toPayment(row)
}

/** Holds the payment, so that what the provider says of it is acted on once. */
export async function lockPayment(tx: Tx, id: string): Promise<Payment | undefined> {
  const row = await payments(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toPayment(row)
}

type PaymentChange = Partial<Pick<Payment, Changing>> & {
  readonly checkedAt?: Temporal.Instant
  readonly endedAt?: Temporal.Instant
}

export async function updatePayment(tx: Tx, id: string, change: PaymentChange): Promise<void> {
  await tx
    .updateTable('payments')
    .set({
      status: change.status,
      provider_id: change.providerId,
      checkout_url: change.checkoutUrl,
      returned_cents: change.returnedCents,
      taken_back: change.takenBack,
      shortfall: change.shortfall,
      returns: change.returns,
      checked_at: change.checkedAt,
      ended_at: change.endedAt,
    })
    .where('id', '=', id)
    .execute()
}

type Row = Omit<Payment, 'gives' | 'takenBack' | 'shortfall'> & {
  readonly gives: number
  readonly takenBack: number
  readonly shortfall: number
}

function toPayment(row: Row): Payment {
  return {
    ...row,
    gives: amount(row.gives),
    takenBack: amount(row.takenBack),
    shortfall: amount(row.shortfall),
  }
}
