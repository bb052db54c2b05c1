/**
 * Ended sessions of a product, the latest first, read along its index from a place on: the tenth page
 * costs what the first does, and a product with a million sessions what one with ten does.
 */
import type { Amount } from '@2park/domain/amount'
import { run, statement, type Database } from '#database/database.ts'
import type { Place } from './cursor.ts'

export type EndedSession = {
  readonly id: string
  readonly plate: string | null
  readonly country: string | null
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly cost: Amount
  readonly favouriteName: string | null
  /** Of who parked, where that was not the holder. */
  readonly startedBy: string | null
  /** When the plate is forgotten. */
  readonly plateGoesAt: Temporal.Instant
}

/** Of a product: all of them for its holder (K4), their own for a delegate. */
export type Whose = { readonly productId: string; readonly startedBy?: string }

const whose = {
  product: 'product_id = $1 and deleted_at is null',
  delegate:
    'product_id = $1 and started_by = $4 and delegation_id is not null and deleted_at is null',
}

/** The rows are found first and dressed after: what is joined never widens the search. */
const endedSessions = (of: keyof typeof whose, rows: number) =>
  statement<EndedSession>(
    `${rows} ended sessions of ${of}`,
    `select session.id, session.plate, session.country, session.cost,
            session.starts_at as "startsAt",
            session.ends_at as "endsAt",
            session.ends_at + organisation.plate_days * interval '24 hours' as "plateGoesAt",
            favourite.name as "favouriteName",
            starter.email as "startedBy"
       from (select *
               from parking_sessions
              where ${whose[of]} and (ends_at, id) < ($2, $3::uuid)
              order by ends_at desc, id desc
              limit ${rows}) as session
       join products as product on product.id = session.product_id
       join organisations as organisation on organisation.id = session.organisation_id
       left join favourites as favourite
         on favourite.product_id = session.product_id
        and favourite.plate = session.plate
        and favourite.country = session.country
       left join accounts as starter
         on starter.id = session.started_by
        and starter.id <> product.holder_id
      order by session.ends_at desc, session.id desc`,
  )

export type Page<Row> = { readonly rows: readonly Row[]; readonly hasMore: boolean }

/** One more than is shown tells whether there is a next page. */
const shown = 10
const pages = {
  product: endedSessions('product', shown + 1),
  delegate: endedSessions('delegate', shown + 1),
}

export async function listEndedSessions(
  db: Database,
  { productId, startedBy }: Whose,
  { at, id }: Place,
): Promise<Page<EndedSession>> {
  const page =
    startedBy === undefined
      ? pages.product(productId, at, id)
      : pages.delegate(productId, at, id, startedBy)
  const rows = await run(db, page)
  return { rows: rows.slice(0, shown), hasMore: rows.length > shown }
}

/** Counting stops here: more are said to be more, and a million cost what these do. */
const mostCounted = 1000

export type Count = { readonly value: number; readonly more: boolean }

const countOfSessions = (of: keyof typeof whose) =>
  statement<{ count: number }>(
    `count of ended sessions of ${of}`,
    `select count(*)
       from (select
               from parking_sessions
              where ${whose[of]} and (ends_at, id) < ($2, $3::uuid)
              limit ${mostCounted + 1}) as ended`,
  )

const counts = { product: countOfSessions('product'), delegate: countOfSessions('delegate') }

export async function countEndedSessions(
  db: Database,
  { productId, startedBy }: Whose,
  { at, id }: Place,
): Promise<Count> {
  const count =
    startedBy === undefined
      ? counts.product(productId, at, id)
      : counts.delegate(productId, at, id, startedBy)
  const [row] = await run(db, count)
  const counted = row?.count ?? 0
  return { value: Math.min(counted, mostCounted), more: counted > mostCounted }
}

const endedSession = statement<Pick<EndedSession, 'startsAt' | 'endsAt' | 'cost'>>(
  'ended session',
  `select starts_at as "startsAt", ends_at as "endsAt", cost
     from parking_sessions
    where id = $2 and product_id = $1 and deleted_at is null and ends_at <= $3
      and ($4::uuid is null or started_by = $4)`,
)

export async function findEndedSession(
  db: Database,
  { productId, startedBy }: Whose,
  { id, now }: { readonly id: string; readonly now: Temporal.Instant },
): Promise<Pick<EndedSession, 'startsAt' | 'endsAt' | 'cost'> | undefined> {
  const [row] = await run(db, endedSession(productId, id, now, startedBy))
  return row
}
