/** Which plate of a resident product is active, and since when it was which. */
import type { Plate } from '@2park/domain/plate'
import { sql } from 'kysely'
import type { Tx } from '#database/database.ts'

export type ActivePlate = { readonly plate: Plate; readonly since: Temporal.Instant }

export async function findActivePlate(tx: Tx, productId: string): Promise<ActivePlate | undefined> {
  const row = await tx
    .selectFrom('active_plates')
    .select(['plate', 'country', 'starts_at as since'])
    .where('product_id', '=', productId)
    .where('ends_at', 'is', null)
    .executeTakeFirst()
  return row && { plate: { number: row.plate, country: row.country }, since: row.since }
}

/** Whether it is one of those that the product was issued for. */
export async function hasPlate(tx: Tx, productId: string, plate: Plate): Promise<boolean> {
  const row = await tx
    .selectFrom('product_plates')
    .select('product_id')
    .where('product_id', '=', productId)
    .where('plate', '=', plate.number)
    .where('country', '=', plate.country)
    .executeTakeFirst()
  return row !== undefined
}

export type Switch = {
  readonly productId: string
  readonly plate: Plate
  readonly at: Temporal.Instant
}

/** From now on this one, and no other. */
export async function saveActivePlate(tx: Tx, { productId, plate, at }: Switch): Promise<void> {
  await tx
    .updateTable('active_plates')
    .set({ ends_at: at })
    .where('product_id', '=', productId)
    .where('ends_at', 'is', null)
    .execute()
  await tx
    .insertInto('active_plates')
    .values({
      product_id: productId,
      plate: plate.number,
      country: plate.country,
      starts_at: at,
      ends_at: null,
    })
    .execute()
}

/**
 * After its plates were given or changed: one that is no longer among them is not active any more,
 * and the only one that there is needs no choosing. Of other kinds of product none is active.
 */
export async function followPlates(tx: Tx, productId: string, at: Temporal.Instant): Promise<void> {
  await sql`
    update active_plates as active
       set ends_at = greatest(${at}::timestamptz, starts_at)
     where product_id = ${productId}
       and ends_at is null
       and not exists (
           select from product_plates as own
            where own.product_id = active.product_id
              and (own.plate, own.country) = (active.plate, active.country))`.execute(tx)
  await sql`
    insert into active_plates (product_id, plate, country, starts_at)
    select product.id, min(own.plate), min(own.country),
           greatest(${at}::timestamptz, max(earlier.ends_at))
      from products as product
      join product_types as type on type.id = product.product_type_id
      join product_plates as own on own.product_id = product.id
      left join active_plates as earlier on earlier.product_id = product.id
     where product.id = ${productId}
       and type.kind in ('temporaryPlate', 'plateSwitch')
       and not exists (
           select from active_plates where product_id = product.id and ends_at is null)
     group by product.id
    having count(distinct (own.plate, own.country)) = 1`.execute(tx)
}
