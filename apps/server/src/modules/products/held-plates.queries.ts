/** Which plate of somebody's resident products was active when, as long as that is kept. */
import type { Plate } from '@2park/domain/plate'
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
    .select(['product_id as productId', 'plate', 'country'])
    .select(['starts_at as startsAt', 'ends_at as endsAt'])
    .where('product_id', 'in', productIds)
    .orderBy('starts_at')
    .limit(most)
    .execute()
  return rows.map(({ plate: number, country, ...row }) => ({ ...row, plate: { number, country } }))
}
