/** The parking sessions that somebody's calendar shows: their own products', and those they started. */
import { sql } from 'kysely'
import type { Database } from '#database/database.ts'

export type Appointment = {
  readonly id: string
  readonly plate: string
  readonly country: string
  readonly favouriteName: string | null
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly openEnded: boolean
  /** 1 as it was booked; each change counts one up. */
  readonly revision: number
  readonly bookedAt: Temporal.Instant
  readonly productName: string
  readonly areaName: string
  readonly organisationName: string
}

type Whose = {
  readonly accountId: string
  /** Of one product only. */
  readonly productId: string | null
}

/** Those that end after a moment, the last to end first where they are too many. */
export async function listAppointments(
  db: Database,
  { accountId, productId }: Whose,
  since: Temporal.Instant,
): Promise<readonly Appointment[]> {
  const { rows } = await sql<Appointment>`
    select session.id, session.plate, session.country, favourite.name as "favouriteName",
           starts_at as "startsAt", ends_at as "endsAt", open_ended as "openEnded", revision,
           session.recorded_at as "bookedAt", type.name as "productName",
           area.name as "areaName", organisation.name as "organisationName"
      from (select id as product_id from products where holder_id = ${accountId}
             union
            select product_id from delegations where delegate_id = ${accountId}) as usable
      join parking_sessions as session on session.product_id = usable.product_id
      join products as product on product.id = session.product_id
      join product_types as type on type.id = product.product_type_id
      -- Of a product with a choice of locations, the one that was chosen.
      join areas as area on area.id = coalesce(session.area_id, product.area_id)
      join organisations as organisation on organisation.id = product.organisation_id
      left join favourites as favourite
        on favourite.product_id = session.product_id
       and favourite.plate = session.plate
       and favourite.country = session.country
       and product.holder_id = ${accountId}
     where deleted_at is null and session.plate is not null and ends_at > ${since}
       and (session.started_by = ${accountId}
            or product.holder_id = ${accountId}
           and (product.released_at is null or ends_at > product.released_at))
       and (${productId}::uuid is null or session.product_id = ${productId}::uuid)
     order by ends_at desc, session.id
     limit 500`.execute(db)
  return rows
}
