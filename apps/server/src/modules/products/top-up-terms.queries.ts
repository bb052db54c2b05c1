/** What of a product type's balance can be bought, and how much of it in a period. */
import type { Database, Tx } from '#database/database.ts'

export type TopUpOption = {
  readonly id: string
  readonly priceCents: number
  readonly gives: number
}

export type TopUpTerms = {
  /** The cheapest first. */
  readonly options: readonly TopUpOption[]
  readonly cap: { readonly counts: 'price' | 'balance'; readonly most: number } | undefined
}

export async function findTopUpTerms(
  db: Database | Tx,
  productTypeId: string,
): Promise<TopUpTerms> {
  const options = await db
    .selectFrom('top_up_options')
    .select(['id', 'price_cents as priceCents', 'gives'])
    .where('product_type_id', '=', productTypeId)
    .orderBy('price_cents')
    .orderBy('gives')
    .limit(50)
    .execute()
  const type = await db
    .selectFrom('product_types')
    .select(['top_up_cap as most', 'top_up_cap_counts as counts'])
    .where('id', '=', productTypeId)
    .executeTakeFirstOrThrow()
  const { most, counts } = type
  return { options, cap: most === null || counts === null ? undefined : { most, counts } }
}
