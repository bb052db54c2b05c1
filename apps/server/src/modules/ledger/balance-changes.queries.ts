/** Every change of the balance of some products, for whoever they are of. */
import type { Unit } from '@2park/domain/amount'
import type { Database } from '#database/database.ts'

export type BalanceChange = {
  readonly productId: string
  readonly unit: Unit
  readonly cause: string
  readonly amount: number
  readonly balanceAfter: number
  readonly occurredAt: Temporal.Instant
}

const most = 100_000

/** Oldest first. */
export async function listBalanceChanges(
  db: Database,
  productIds: readonly string[],
): Promise<BalanceChange[]> {
  if (productIds.length === 0) return []
  const rows = await db
    .selectFrom('ledger_entries as entry')
    .innerJoin('ledger_accounts as account', 'account.id', 'entry.account_id')
    .select(['account.product_id', 'account.unit', 'entry.cause', 'entry.amount'])
    .select(['entry.balance_after', 'entry.occurred_at'])
    .innerJoin('products as product', 'product.id', 'account.product_id')
    .where('account.product_id', 'in', productIds)
    // What was before a former holder let it go is theirs.
    .where('entry.version', '>', (eb) => eb.fn.coalesce('product.released_version', eb.lit(0)))
    .orderBy('entry.occurred_at')
    .orderBy('entry.version')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    productId: row.product_id ?? '',
    unit: row.unit,
    cause: row.cause,
    amount: row.amount,
    balanceAfter: row.balance_after ?? 0,
    occurredAt: row.occurred_at,
  }))
}
