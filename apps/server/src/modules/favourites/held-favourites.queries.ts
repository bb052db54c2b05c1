/** The favourites of some products: to take along, or to go with the account. */
import type { Plate } from '@2park/domain/plate'
import type { Database, Tx } from '#database/database.ts'

export type HeldFavourite = {
  readonly productId: string
  readonly plate: Plate
  readonly name: string
}

export async function listHeldFavourites(
  db: Database,
  productIds: readonly string[],
): Promise<HeldFavourite[]> {
  if (productIds.length === 0) return []
  const rows = await db
    .selectFrom('favourites')
    .select(['product_id', 'plate', 'country', 'name'])
    .where('product_id', 'in', productIds)
    .orderBy('name')
    .execute()
  return rows.map(({ product_id: productId, plate, country, name }) => ({
    productId,
    plate: { number: plate, country },
    name,
  }))
}

export async function deleteHeldFavourites(tx: Tx, productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return
  await tx.deleteFrom('favourites').where('product_id', 'in', productIds).execute()
}
