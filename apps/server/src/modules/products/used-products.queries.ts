/** Which products somebody holds or may park on, hidden or not, and letting those go that they held. */
import { sql } from 'kysely'
import type { Tx } from '#database/database.ts'
import { closedAddress } from '#modules/accounts/index.ts'

export type UsedProduct = { readonly id: string; readonly isOwn: boolean }

/** All of them, also by a delegation that ended, in the order in which they are to be held. */
export async function listUsedProducts(tx: Tx, accountId: string): Promise<UsedProduct[]> {
  const { rows } = await sql<UsedProduct>`
    select product_id as id, bool_or(delegation_id is null) as "isOwn"
      from entitlements
     where account_id = ${accountId}
     group by product_id
     order by product_id`.execute(tx)
  return rows
}

/**
 * They become nobody's, and can be linked again. The shop goes on knowing them, and no longer whose they
 * were; who holds them next sees what comes after this moment. Their ledger accounts are held.
 */
export async function releaseProducts(
  tx: Tx,
  productIds: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  if (productIds.length === 0) return
  await tx
    .updateTable('products')
    .set((eb) => ({
      holder_id: null,
      holder_email: closedAddress,
      linked_at: null,
      released_at: at,
      released_version: eb
        .selectFrom('ledger_accounts')
        .select('version')
        .whereRef('ledger_accounts.product_id', '=', 'products.id'),
    }))
    .where('id', 'in', productIds)
    .execute()
}
