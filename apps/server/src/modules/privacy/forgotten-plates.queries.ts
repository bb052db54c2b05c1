/** Forgets the plates whose time has come, a limited number at a time. */
import { sql } from 'kysely'
import type { Database, Tx } from '#database/database.ts'

export type Organisation = {
  readonly id: string
  /** How many days a plate is kept after its session ended: 91 or fewer. */
  readonly plateDays: number
}

export async function listOrganisations(db: Database): Promise<readonly Organisation[]> {
  return db
    .selectFrom('organisations')
    .select(['id', 'plate_days as plateDays'])
    .orderBy('id')
    .execute()
}

type Due = {
  readonly organisationId: string
  /** What ended at this moment or before. */
  readonly endedBy: Temporal.Instant
  readonly limit: number
}

/**
 * How many sessions lost their plate; as many as `limit` means that there may be more. Deleted ones
 * are among them. Those that another process is at are left to it.
 */
export async function forgetPlatesOf(
  tx: Tx,
  { organisationId, endedBy, limit }: Due,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update parking_sessions
       set plate = null, country = null
     where id = any (array(
       select id
         from parking_sessions
        where organisation_id = ${organisationId} and plate is not null and ends_at <= ${endedBy}
        order by ends_at
        limit ${limit}
          for no key update skip locked
     ))`.execute(tx)
  return Number(numAffectedRows)
}

/** The plates of delegations that were revoked as long ago: nobody parks by them any more. */
export async function forgetPlatesOfRevoked(
  tx: Tx,
  { organisationId, endedBy, limit }: Due,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update delegations
       set plate = null, country = null
     where id = any (array(
       select id
         from delegations
        where organisation_id = ${organisationId} and plate is not null and revoked_at <= ${endedBy}
        limit ${limit}
          for no key update skip locked
     ))`.execute(tx)
  return Number(numAffectedRows)
}

/**
 * The same for what tells which plate of a resident product was active: it goes whole. What is active
 * still goes so long after its product is over.
 */
export async function forgetActivePlatesOf(
  tx: Tx,
  { organisationId, endedBy, limit }: Due,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from active_plates
     where ctid = any (array(
       select active.ctid
         from active_plates as active
         join products as product on product.id = active.product_id
        where product.organisation_id = ${organisationId}
          and least(active.ends_at, product.ended_at, upper(product.valid)) <= ${endedBy}
        limit ${limit}
          for no key update of active skip locked
     ))`.execute(tx)
  return Number(numAffectedRows)
}

/** And for the plates that a product was issued for: they go so long after it is over. */
export async function forgetOwnPlatesOf(
  tx: Tx,
  { organisationId, endedBy, limit }: Due,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from product_plates
     where ctid = any (array(
       select own.ctid
         from product_plates as own
         join products as product on product.id = own.product_id
        where product.organisation_id = ${organisationId}
          and least(product.ended_at, upper(product.valid)) <= ${endedBy}
        limit ${limit}
          for no key update of own skip locked
     ))`.execute(tx)
  return Number(numAffectedRows)
}
