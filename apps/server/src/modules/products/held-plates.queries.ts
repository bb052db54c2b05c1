/** Which plate of somebody's resident products was active when, as long as that is kept. */
import type { Plate } from '@2park/domain/plate'
import { sql } from 'kysely'
import type { Database } from '#database/database.ts'

export type HeldActivePlate = {
  readonly productId: string
  readonly plate: Plate
  readonly startsAt: Temporal.Instant
  /** Null while it is active still. */
  readonly endsAt: Temporal.Instant | null
}

const most = 100_000

/** Oldest first. */
export async function listActivePlatesOf(
  db: Database,
  productIds: readonly string[],
): Promise<HeldActivePlate[]> {
  if (productIds.length === 0) return []
  const rows = await db
    .selectFrom('active_plates')
    .innerJoin('products', 'products.id', 'product_id')
    .select(['product_id as productId', 'plate', 'country'])
    .select(['starts_at as startsAt', 'ends_at as endsAt'])
    .where('product_id', 'in', productIds)
    // What was over when a former holder let it go is theirs.
    .where(sql<boolean>`(released_at is null or ends_at is null or ends_at > released_at)`)
    .orderBy('starts_at')
    .limit(most)
    .execute()
  return rows.map(({ plate: number, country, ...row }) => ({ ...row, plate: { number, country } }))
}
