/** Forgets the plates whose time has come, a limited number at a time. */
import { sql, type RawBuilder } from 'kysely'
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
export async function forgetPlatesOf(tx: Tx, due: Due): Promise<number> {
  return emptyPlates(tx, { of: 'parking_sessions', since: 'ends_at' }, due)
}

/** The same for those that were deleted before they would have ended, each by an index of its own. */
export async function forgetPlatesOfDeleted(tx: Tx, due: Due): Promise<number> {
  return emptyPlates(tx, { of: 'parking_sessions', since: 'deleted_at' }, due)
}

/** The plates of delegations that were revoked as long ago: nobody parks by them any more. */
export async function forgetPlatesOfRevoked(tx: Tx, due: Due): Promise<number> {
  return emptyPlates(tx, { of: 'delegations', since: 'revoked_at' }, due)
}

/**
 * The same for what tells which plate of a resident product was active: it goes whole. What is active
 * still goes so long after its product is over.
 */
export async function forgetActivePlatesOf(tx: Tx, due: Due): Promise<number> {
  const since = sql`least(plate.ends_at, product.ended_at, upper(product.valid))`
  return deletePlates(tx, { of: 'active_plates', since }, due)
}

/** And for the plates that a product was issued for: they go so long after it is over. */
export async function forgetOwnPlatesOf(tx: Tx, due: Due): Promise<number> {
  const since = sql`least(product.ended_at, upper(product.valid))`
  return deletePlates(tx, { of: 'product_plates', since }, due)
}

/** What stays, without its plate. */
type Emptied =
  | { readonly of: 'parking_sessions'; readonly since: 'ends_at' | 'deleted_at' }
  | { readonly of: 'delegations'; readonly since: 'revoked_at' }

async function emptyPlates(
  tx: Tx,
  { of, since }: Emptied,
  { organisationId, endedBy, limit }: Due,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update ${sql.table(of)}
       set plate = null, country = null
     where id = any (array(
       select id
         from ${sql.table(of)}
        where organisation_id = ${organisationId} and plate is not null
          and ${sql.ref(since)} <= ${endedBy}
        order by ${sql.ref(since)}
        limit ${limit}
          for no key update skip locked
     ))`.execute(tx)
  return Number(numAffectedRows)
}

type Deleted = {
  readonly of: 'active_plates' | 'product_plates'
  readonly since: RawBuilder<unknown>
}

async function deletePlates(
  tx: Tx,
  { of, since }: Deleted,
  { organisationId, endedBy, limit }: Due,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from ${sql.table(of)}
     where ctid = any (array(
       select plate.ctid
         from ${sql.table(of)} as plate
         join products as product on product.id = plate.product_id
        where product.organisation_id = ${organisationId} and ${since} <= ${endedBy}
        limit ${limit}
          for no key update of plate skip locked
     ))`.execute(tx)
  return Number(numAffectedRows)
}
