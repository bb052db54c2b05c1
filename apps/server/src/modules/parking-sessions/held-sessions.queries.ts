/** Every parking session of somebody: on their products, and started by them on another's. */
import type { Unit } from '@2park/domain/amount'
import { sql } from 'kysely'
import type { Database } from '#database/database.ts'

export type HeldSession = {
  readonly id: string
  readonly productId: string
  readonly plate: string | null
  readonly country: string | null
  /** Where it was, of a product that leaves the choice. */
  readonly location: string | null
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly cost: number
  readonly unit: Unit
  readonly deletedAt: Temporal.Instant | null
}

const most = 100_000

/** What ended before a former holder let it go is theirs. */
const sinceReleased = sql<boolean>`
  (product.released_at is null or session.ends_at > product.released_at)`

/** Oldest first. */
export async function listHeldSessions(db: Database, accountId: string): Promise<HeldSession[]> {
  return db
    .selectFrom('parking_sessions as session')
    .innerJoin('products as product', 'product.id', 'session.product_id')
    .innerJoin('product_types as type', 'type.id', 'product.product_type_id')
    .leftJoin('areas as area', 'area.id', 'session.area_id')
    .select('area.name as location')
    .select(['session.id', 'session.product_id as productId', 'session.plate', 'session.country'])
    .select(['session.starts_at as startsAt', 'session.ends_at as endsAt', 'session.cost'])
    .select(['type.unit', 'session.deleted_at as deletedAt'])
    .where((eb) =>
      eb.or([
        eb('session.started_by', '=', accountId),
        eb.and([eb('product.holder_id', '=', accountId), sinceReleased]),
      ]),
    )
    .orderBy('session.starts_at')
    .limit(most)
    .execute()
}
