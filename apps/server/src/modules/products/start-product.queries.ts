/** All SQL about the product that one starts with. */
import type { Database, Tx } from '#database/database.ts'

export async function findStartProduct(
  db: Database,
  accountId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('start_products')
    .select('product_id')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.product_id
}

export async function replaceStartProduct(
  tx: Tx,
  accountId: string,
  productId: string | undefined,
): Promise<void> {
  if (productId === undefined) {
    await tx.deleteFrom('start_products').where('account_id', '=', accountId).execute()
    return
  }
  await tx
    .insertInto('start_products')
    .values({ account_id: accountId, product_id: productId })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ product_id: productId }))
    .execute()
}
