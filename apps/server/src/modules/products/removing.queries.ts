/** Which products somebody no longer wants to see. */
import type { Tx } from '#database/database.ts'

type Removal = {
  readonly accountId: string
  readonly productId: string
  readonly at: Temporal.Instant
}

export async function insertRemovedProduct(
  tx: Tx,
  { accountId, productId, at }: Removal,
): Promise<void> {
  await tx
    .insertInto('removed_products')
    .values({ account_id: accountId, product_id: productId, removed_at: at })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'product_id']).doUpdateSet({ removed_at: at }),
    )
    .execute()
}
