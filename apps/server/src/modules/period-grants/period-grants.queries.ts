/** All SQL about what balance periods give. */
import { amount, type Amount } from '@2park/domain/amount'
import type { Interval } from '@2park/domain/interval'
import { sql } from 'kysely'
import type { Database, Tx } from '#database/database.ts'
import type { BalancePeriod } from '#modules/products/index.ts'

export type PeriodTerms = {
  readonly productId: string
  readonly period: BalancePeriod
  readonly grant: Amount
  readonly unused: 'lapses' | 'carriesOver'
  readonly valid: Interval
  readonly timeZone: string
}

/** Undefined where the product's type gives nothing by itself. */
export async function findPeriodTerms(tx: Tx, productId: string): Promise<PeriodTerms | undefined> {
  const row = await tx
    .selectFrom('products as product')
    .innerJoin('product_types as type', 'type.id', 'product.product_type_id')
    .innerJoin('organisations as organisation', 'organisation.id', 'product.organisation_id')
    .select([
      'type.balance_period as period',
      'type.period_grant as grant',
      'type.unused_balance as unused',
      'organisation.time_zone as timeZone',
      sql<Temporal.Instant>`lower(product.valid)`.as('start'),
      // Ended by the shop, it is over then and there.
      sql<Temporal.Instant>`least(upper(product.valid), product.ended_at)`.as('end'),
    ])
    .where('product.id', '=', productId)
    .executeTakeFirstOrThrow()
  const { period, grant, unused, timeZone, start, end } = row
  if (period === null || grant === null || unused === null) return undefined
  return { productId, period, grant: amount(grant), unused, valid: { start, end }, timeZone }
}

export type ProductPeriod = {
  readonly startsOn: Temporal.PlainDate
  /** Null when the product ends before. */
  readonly nextStartsAt: Temporal.Instant | null
}

/** Whether it is the product's first. Whoever comes at the same moment waits here. */
export async function insertFirstPeriod(
  tx: Tx,
  productId: string,
  { startsOn, nextStartsAt }: ProductPeriod,
): Promise<boolean> {
  const row = await tx
    .insertInto('product_periods')
    .values({ product_id: productId, starts_on: startsOn, next_starts_at: nextStartsAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('product_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Undefined where it has been given nothing yet. */
export async function lockPeriod(tx: Tx, productId: string): Promise<ProductPeriod | undefined> {
  const row = await tx
    .selectFrom('product_periods')
    .select(['starts_on', 'next_starts_at'])
    .where('product_id', '=', productId)
    .forUpdate()
    .executeTakeFirst()
  return row && { startsOn: row.starts_on, nextStartsAt: row.next_starts_at }
}

export async function updatePeriod(
  tx: Tx,
  productId: string,
  { startsOn, nextStartsAt }: ProductPeriod,
): Promise<void> {
  await tx
    .updateTable('product_periods')
    .set({ starts_on: startsOn, next_starts_at: nextStartsAt })
    .where('product_id', '=', productId)
    .execute()
}

/** Those whose next period has begun, the earliest first. */
export async function listDueProducts(
  db: Database,
  now: Temporal.Instant,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('product_periods')
    .select('product_id')
    .where('next_starts_at', '<=', now)
    .orderBy('next_starts_at')
    .limit(limit)
    .execute()
  return rows.map(({ product_id }) => product_id)
}
