/**
 * Reads what a decision about a product needs, and first the version of its ledger account: every
 * change that a decision rests on counts it up, so what was read holds while it stays the same.
 */
import type { Amount, Unit } from '@2park/domain/amount'
import type { Interval } from '@2park/domain/interval'
import type { Plate } from '@2park/domain/plate'
import type { ParkingSession } from '@2park/domain/session'
import type { BeforeStop } from '@2park/domain/undo-stop'
import { statement } from '#database/database.ts'
import { gathered, type Gathered } from '#database/gathered.ts'

export type FactsOfProduct = {
  readonly id: string
  readonly organisationId: string
  readonly productTypeId: string
  readonly areaId: string
  /** Of a session, where its product leaves the choice (O2). */
  readonly chosenArea: { readonly id: string; readonly name: string } | null
  readonly holderId: string | null
  readonly validFrom: Temporal.Instant
  readonly validUntil: Temporal.Instant
  readonly blocked: boolean
  readonly rulesRevision: number
  readonly accountId: string
  readonly unit: Unit
  readonly balance: Amount
  readonly version: number
  /** Of a pool, as the shop says. */
  readonly rightsBought: number | null
  /** Of the delegation that is asked or was booked by; null where it is the holder's own affair. */
  readonly delegationId: string | null
  readonly delegateId: string | null
  readonly delegationPlate: Plate | null
  readonly revoked: boolean
  /** The delegation's own ledger account: it pays where it was given a part, until it is revoked. */
  readonly partId: string | null
  readonly partBalance: Amount | null
  readonly partVersion: number | null
  readonly favouriteName: string | null
  /** The address of who booked a session, where that was not the holder. */
  readonly startedBy: string | null
}

export type StoredSession = ParkingSession & {
  readonly revision: number
  readonly byAnother: boolean
  readonly openEnded: boolean
}

export type SessionRow = {
  readonly id: string
  readonly plate: string
  readonly country: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly cost: Amount
  readonly revision: number
  readonly deleted: boolean
  readonly bookedBy: string
  readonly openEnded: boolean
  readonly areaId: string | null
}

const productColumns = `
  product.id,
  product.organisation_id as "organisationId",
  product.product_type_id as "productTypeId",
  product.area_id as "areaId",
  product.holder_id as "holderId",
  lower(product.valid) as "validFrom",
  least(upper(product.valid), product.ended_at) as "validUntil",
  product.blocked_at is not null as blocked,
  organisation.rules_revision as "rulesRevision",
  account.id as "accountId",
  account.unit,
  account.balance,
  account.version,
  product.rights_quantity as "rightsBought",
  delegation.id as "delegationId",
  delegation.delegate_id as "delegateId",
  case when delegation.plate is not null then json_build_object(
    'number', delegation.plate, 'country', delegation.country) end as "delegationPlate",
  delegation.revoked_at is not null as revoked,
  part.id as "partId",
  part.balance as "partBalance",
  part.version as "partVersion"`

const products = `
  products as product
  join organisations as organisation on organisation.id = product.organisation_id
  join ledger_accounts as account on account.product_id = product.id`

const partOfDelegation = `
  left join ledger_accounts as part
    on part.delegation_id = delegation.id and delegation.revoked_at is null`

/** By the delegation of who asks: the one that holds, or else the one that ended last. */
const productsAsked = gathered<FactsOfProduct>('products asked', {
  as: 'asked',
  columns: 'product_id uuid, plate text, country text, account_id uuid',
  text: (records) => `
  select asked.position, ${productColumns}, null as "startedBy", null as "chosenArea",
         (select name
            from favourites
           where product_id = product.id and plate = asked.plate and country = asked.country
             and product.holder_id = asked.account_id) as "favouriteName"
    from ${records}
    join (${products}) on product.id = asked.product_id
    left join lateral (
         select *
           from delegations
          where product_id = product.id and delegate_id = asked.account_id
            and product.holder_id <> asked.account_id
          order by revoked_at desc
          limit 1
         ) as delegation on true
    ${partOfDelegation}`,
})

/** Of a plate that one would park, or none. */
export function readProduct(
  productId: string,
  plate: Plate | undefined,
  accountId: string,
): Gathered<FactsOfProduct> {
  const { number, country } = plate ?? {}
  return productsAsked({ product_id: productId, plate: number, country, account_id: accountId })
}

/** By the delegation that it was booked by. A favourite's name is for the holder only. */
const productsOfSessions = gathered<FactsOfProduct>('products of sessions', {
  as: 'asked',
  columns: 'session_id uuid, account_id uuid',
  text: (records) => `
  select asked.position, ${productColumns}, starter.email as "startedBy",
         (select json_build_object('id', id, 'name', name)
            from areas
           where id = session.area_id) as "chosenArea",
         (select name
            from favourites
           where product_id = product.id and (plate, country) = (session.plate, session.country)
             and product.holder_id = asked.account_id) as "favouriteName"
    from ${records}
    join parking_sessions as session on session.id = asked.session_id
    join (${products}) on product.id = session.product_id
    left join delegations as delegation on delegation.id = session.delegation_id
    ${partOfDelegation}
    left join accounts as starter
      on starter.id = session.started_by and starter.id <> product.holder_id`,
})

export function readProductOfSession(
  sessionId: string,
  accountId: string,
): Gathered<FactsOfProduct> {
  return productsOfSessions({ session_id: sessionId, account_id: accountId })
}

/** Everything that books on a product waits here for everything else that does. */
export const lockProduct = statement(
  'lock product',
  'select from ledger_accounts where product_id = $1 for no key update',
)
export const lockProductOfSession = statement(
  'lock product of session',
  `select from ledger_accounts
    where product_id = (select product_id from parking_sessions where id = $1)
      for no key update`,
)

const sessionColumns = `
  asked.position, session.id, session.plate, session.country, session.starts_at as "startsAt",
  session.ends_at as "endsAt", session.cost, session.revision,
  session.deleted_at is not null as deleted, session.started_by as "bookedBy",
  session.open_ended as "openEnded", session.area_id as "areaId"`

const sessionsOfProducts = gathered<SessionRow>('sessions of products', {
  as: 'asked',
  columns: 'product_id uuid, since timestamptz',
  text: (records) => `
  select ${sessionColumns}
    from ${records}
    join parking_sessions as session on session.product_id = asked.product_id
   where session.deleted_at is null and session.ends_at > asked.since`,
})

/** Those of a product that end after a moment. */
export function sessionsOfProduct(
  productId: string,
  since: Temporal.Instant,
): Gathered<SessionRow> {
  return sessionsOfProducts({ product_id: productId, since })
}

const sessionsBesideSessions = gathered<SessionRow>('sessions beside sessions', {
  as: 'asked',
  columns: 'session_id uuid, since timestamptz',
  // Two questions, because each has an index of its own and together they have none.
  text: (records) => `
  with asked as materialized (select * from ${records})
  select ${sessionColumns}
    from asked
    join parking_sessions as session on session.id = asked.session_id
   where session.plate is not null
   union all
  select ${sessionColumns}
    from asked
    join parking_sessions as itself on itself.id = asked.session_id
    join parking_sessions as session on session.product_id = itself.product_id
   where session.deleted_at is null and session.ends_at > asked.since
     and session.plate is not null and session.id <> itself.id`,
})

/**
 * A session, and those of its product that end after a moment. One whose plate is forgotten is
 * history: nothing can be done about it.
 */
export function sessionsBesideSession(
  sessionId: string,
  since: Temporal.Instant,
): Gathered<SessionRow> {
  return sessionsBesideSessions({ session_id: sessionId, since })
}

/** What the session `$1` was before it was stopped, if it was and nothing has changed it since. */
export const beforeStop = statement<BeforeStop>(
  'session before its stop',
  `select stopped_end as end, stopped_cost as cost
     from parking_sessions
    where id = $1 and stopped_end is not null`,
)

type Asking = { readonly accountId: string; readonly areaId: string | null }

export function toSession(row: SessionRow, asking: Asking): StoredSession {
  return {
    id: row.id,
    plate: toPlate(row),
    during: { start: row.startsAt, end: row.endsAt },
    cost: row.cost,
    revision: row.revision,
    byAnother: row.bookedBy !== asking.accountId,
    elsewhere: row.areaId !== asking.areaId,
    openEnded: row.openEnded,
  }
}

export function validityOf({ validFrom, validUntil }: FactsOfProduct): Interval {
  return { start: validFrom, end: validUntil }
}

function toPlate(row: { readonly plate: string; readonly country: string }): Plate {
  return { number: row.plate, country: row.country }
}
