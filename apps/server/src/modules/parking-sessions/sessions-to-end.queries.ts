/** Whether something of somebody is parked, or will be. */
import { sql } from 'kysely'
import type { Tx } from '#database/database.ts'

type Whose = {
  readonly accountId: string
  /** That they use: on their own every session counts, on another's those that they started. */
  readonly products: readonly { readonly id: string; readonly isOwn: boolean }[]
  readonly at: Temporal.Instant
}

export async function hasSessionsToEnd(
  tx: Tx,
  { accountId, products, at }: Whose,
): Promise<boolean> {
  const all = products.map(({ id }) => id)
  const own = products.filter(({ isOwn }) => isOwn).map(({ id }) => id)
  const { rows } = await sql`
    select
      from parking_sessions
     where product_id = any (${all}::uuid[]) and deleted_at is null and ends_at > ${at}
       and (started_by = ${accountId} or product_id = any (${own}::uuid[]))
     limit 1`.execute(tx)
  return rows.length > 0
}
