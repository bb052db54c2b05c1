import { sql } from 'kysely'
import type { Tx } from '#database/database.ts'

/**
 * A session without an end lasts as long as its product (H1): it gets the end that the product has
 * now, within the transaction that changed that. One whose price went by its length stays as it was
 * paid for.
 */
export async function followProductEnd(tx: Tx, productId: string, at: Temporal.Instant) {
  await sql`
    update parking_sessions as session
       set ends_at = greatest(
             session.starts_at,
             date_trunc('second', least(upper(product.valid), product.ended_at))),
           revision = revision + 1
      from products as product
      join product_types as type on type.id = product.product_type_id
     where product.id = ${productId}
       and type.unit in ('none', 'count')
       and session.product_id = product.id
       and session.open_ended
       and session.deleted_at is null
       and session.ends_at > ${at}`.execute(tx)
}
