/** Which delegations have outlived their product. */
import { sql } from 'kysely'
import type { Database } from '#database/database.ts'

export type Over = {
  readonly organisationId: string
  /** What ended at this moment or before. */
  readonly endedBy: Temporal.Instant
  readonly limit: number
}

/** Those that hold, and keep a plate, of each product in turn. */
export async function listPlatesOfOver(
  db: Database,
  { organisationId, endedBy, limit }: Over,
): Promise<{ readonly productId: string; readonly delegationId: string }[]> {
  return db
    .selectFrom('delegations')
    .innerJoin('products', 'products.id', 'product_id')
    .select(['product_id as productId', 'delegations.id as delegationId'])
    .where('delegations.organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .where('plate', 'is not', null)
    .where(sql<boolean>`least(ended_at, upper(valid)) <= ${endedBy}`)
    .orderBy('product_id')
    .orderBy('delegations.id')
    .limit(limit)
    .execute()
}
