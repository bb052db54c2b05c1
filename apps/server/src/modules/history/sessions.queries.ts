/**
 * Ended sessions of a product, the latest first, read along its index from a place on: the tenth page
 * costs what the first does, and a product with a million sessions what one with ten does.
 */
import type { Amount } from '@2park/domain/amount'
import { run, statement, type Database } from '#database/database.ts'
import { countOf, mostCounted, mostPaged, type Count } from './counting.ts'
import type { Place } from './cursor.ts'
import { pageOf, readAtOnce, shown, type Page, type Slice } from './pages.ts'

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
  /** Where it was, of a product that leaves the choice. */
  readonly location: string | null
  /** When the plate is forgotten. */
  readonly plateGoesAt: Temporal.Instant
}

/** Of a product: all since they hold it for its holder (K4), their own for a delegate. */
export type Whose = { readonly productId: string; readonly startedBy?: string }

/** Of a product that was another's before, what ended by then is theirs; one value, so an index begins there. */
const ofHolder = `ends_at > coalesce((select released_at from products where id = $1), '-infinity')`

const whose = {
  product: `product_id = $1 and ${ofHolder} and deleted_at is null`,
  delegate:
    'product_id = $1 and started_by = $4 and delegation_id is not null and deleted_at is null',
}

/** The rows are found first and dressed after: what is joined never widens the search. */
const endedSessions = (of: keyof typeof whose, rows: string) =>
  statement<EndedSession>(
    `ended sessions of ${of}, ${rows}`,
    `select session.id, session.plate, session.country, session.cost,
            session.starts_at as "startsAt",
            session.ends_at as "endsAt",
            session.ends_at + organisation.plate_days * interval '24 hours' as "plateGoesAt",
            favourite.name as "favouriteName",
            starter.email as "startedBy",
            area.name as location
       from (select *
               from parking_sessions
              where ${whose[of]} and (ends_at, id) < ($2, $3::uuid)
              order by ends_at desc, id desc
              ${rows}) as session
       join products as product on product.id = session.product_id
       join organisations as organisation on organisation.id = session.organisation_id
       left join favourites as favourite
         on favourite.product_id = session.product_id
        and favourite.plate = session.plate
        and favourite.country = session.country
       left join areas as area on area.id = session.area_id
       left join accounts as starter
         on starter.id = session.started_by
        and starter.id <> product.holder_id
      order by session.ends_at desc, session.id desc`,
  )

const sizes = { shown, readAtOnce }
const pages = {
  product: {
    shown: endedSessions('product', `limit ${shown + 1}`),
    readAtOnce: endedSessions('product', `limit ${readAtOnce + 1}`),
  },
  delegate: {
    shown: endedSessions('delegate', `limit ${shown + 1}`),
    readAtOnce: endedSessions('delegate', `limit ${readAtOnce + 1}`),
  },
}

type Wanted = { readonly before: Place; readonly size?: keyof typeof sizes }

export async function listEndedSessions(
  db: Database,
  whom: Whose,
  { before, size = 'shown' }: Wanted,
): Promise<Page<EndedSession>> {
  const rows = await run(db, asked(pages.product[size], pages.delegate[size])(whom, before))
  return pageOf(rows, sizes[size])
}

const windows = {
  product: endedSessions('product', 'limit $4 offset $5'),
  delegate: endedSessions('delegate', 'limit $5 offset $6'),
}

/** By positions among those before a place, for who asks for them so: the farther, the dearer. */
export async function listSliceOfSessions(
  db: Database,
  { productId, startedBy }: Whose,
  { before: { at, id }, offset, limit }: Slice & { readonly before: Place },
): Promise<readonly EndedSession[]> {
  const bound =
    startedBy === undefined
      ? windows.product(productId, at, id, limit, offset)
      : windows.delegate(productId, at, id, startedBy, limit, offset)
  return run(db, bound)
}

const countOfSessions = (of: keyof typeof whose, most = mostCounted + 1) =>
  statement<{ count: number }>(
    `count of ended sessions of ${of}, up to ${most}`,
    `select count(*)
       from (select
               from parking_sessions
              where ${whose[of]} and (ends_at, id) < ($2, $3::uuid)
              limit ${most}) as ended`,
  )

const counts = asked(countOfSessions('product'), countOfSessions('delegate'))

export async function countEndedSessions(db: Database, whom: Whose, before: Place): Promise<Count> {
  const [row] = await run(db, counts(whom, before))
  return countOf(row?.count ?? 0)
}

const wholeCounts = asked(
  countOfSessions('product', mostPaged),
  countOfSessions('delegate', mostPaged),
)

/** How many there are to page through. */
export async function countEverySession(db: Database, whom: Whose, before: Place): Promise<number> {
  const [row] = await run(db, wholeCounts(whom, before))
  return row?.count ?? 0
}

type OfProduct<B> = (productId: string, at: Temporal.Instant, id: string) => B
type OfDelegate<B> = (...values: [...Parameters<OfProduct<B>>, startedBy: string]) => B

function asked<B>(ofProduct: OfProduct<B>, ofDelegate: OfDelegate<B>) {
  return ({ productId, startedBy }: Whose, { at, id }: Place) =>
    startedBy === undefined
      ? ofProduct(productId, at, id)
      : ofDelegate(productId, at, id, startedBy)
}

type Cost = Pick<EndedSession, 'startsAt' | 'endsAt' | 'cost'> & {
  /** Null in the product's own. */
  readonly areaId: string | null
}

const endedSession = statement<Cost>(
  'ended session',
  `select starts_at as "startsAt", ends_at as "endsAt", cost, area_id as "areaId"
     from parking_sessions
    where id = $2 and product_id = $1 and deleted_at is null and ends_at <= $3
      and (started_by = $4 or $4::uuid is null and ${ofHolder})`,
)

export async function findEndedSession(
  db: Database,
  { productId, startedBy }: Whose,
  { id, now }: { readonly id: string; readonly now: Temporal.Instant },
): Promise<Cost | undefined> {
  const [row] = await run(db, endedSession(productId, id, now, startedBy))
  return row
}
