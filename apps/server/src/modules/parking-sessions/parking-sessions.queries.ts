/** Lists of parking sessions, as they are shown. */
import type { Amount, Unit } from '@2park/domain/amount'
import type { ParkingSession } from '@2park/domain/session'
import { run, statement, type Database } from '#database/database.ts'
import type { SessionContext } from './presentation.ts'

export type ListedSession = ParkingSession & SessionContext & { readonly openEnded: boolean }

/**
 * Who asks, and for a product or for every one that they may park on. A holder is told every session
 * on their product since it is theirs, and by whom; a delegate their own, also after they were sent away.
 */
export type Whose = { readonly accountId: string; readonly productId?: string }

type Row = {
  readonly id: string
  readonly productId: string
  readonly plate: string
  readonly country: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly cost: Amount
  readonly openEnded: boolean
  readonly unit: Unit
  readonly extendable: boolean
  readonly favouriteName: string | null
  readonly startedBy: string | null
  readonly location: string | null
}

const whose = {
  one: 'select $3::uuid as product_id',
  all: `select id as product_id from products where holder_id = $1
         union
        select product_id from delegations where delegate_id = $1`,
}

const which = {
  running: 'starts_at <= $2 and ends_at > $2 order by ends_at, session.id',
  planned: 'starts_at > $2 order by starts_at, session.id',
  ended: 'ends_at <= $2 and session.plate is not null order by ends_at desc, session.id',
  current: 'ends_at > $2 order by starts_at, session.id',
  oneCurrent: 'ends_at > $2 and session.id = $4 order by session.id',
}

const listed = (of: keyof typeof whose, state: keyof typeof which) =>
  statement<Row>(
    `${state} sessions of ${of}`,
    `select session.id, session.product_id as "productId", session.plate, session.country,
            starts_at as "startsAt", ends_at as "endsAt", cost, type.unit,
            open_ended as "openEnded",
            type.extension_allowed and session.started_by = $1 and delegation.revoked_at is null
              as extendable,
            favourite.name as "favouriteName", starter.email as "startedBy",
            area.name as location
       from (${whose[of]}) as usable
       join parking_sessions as session on session.product_id = usable.product_id
       join products as product on product.id = session.product_id
       join product_types as type on type.id = product.product_type_id
       left join delegations as delegation on delegation.id = session.delegation_id
       left join favourites as favourite
         on favourite.product_id = session.product_id
        and favourite.plate = session.plate
        and favourite.country = session.country
        and product.holder_id = $1
       left join areas as area on area.id = session.area_id
       left join accounts as starter
         on starter.id = session.started_by and starter.id <> $1
      where deleted_at is null and (session.started_by = $1
             or product.holder_id = $1
            and (product.released_at is null or ends_at > product.released_at))
        and ${which[state]}
      limit 200`,
  )

const listsOf = (of: keyof typeof whose) => ({
  running: listed(of, 'running'),
  planned: listed(of, 'planned'),
  ended: listed(of, 'ended'),
  current: listed(of, 'current'),
})

const lists = { one: listsOf('one'), all: listsOf('all') }

const currentSession = listed('one', 'oneCurrent')

/** One of a product's that has not ended. */
export async function findCurrentSession(
  db: Database,
  { accountId, productId, sessionId }: Required<Whose> & { readonly sessionId: string },
  now: Temporal.Instant,
): Promise<ListedSession | undefined> {
  const [row] = await run(db, currentSession(accountId, now, productId, sessionId))
  return row && toListedSession(row)
}

/** Without a state: those that have not ended. */
export async function listSessions(
  db: Database,
  { accountId, productId }: Whose,
  {
    state = 'current',
    now,
  }: { readonly state: keyof typeof lists.one | undefined; readonly now: Temporal.Instant },
): Promise<ListedSession[]> {
  const bound =
    productId === undefined
      ? lists.all[state](accountId, now)
      : lists.one[state](accountId, now, productId)
  const rows = await run(db, bound)
  return rows.map(toListedSession)
}

function toListedSession({ plate, country, startsAt, endsAt, ...row }: Row): ListedSession {
  return { ...row, plate: { number: plate, country }, during: { start: startsAt, end: endsAt } }
}

const productOfSession = statement<{ readonly productId: string }>(
  'product of session',
  'select product_id as "productId" from parking_sessions where id = $1',
)

export async function findProductOfSession(
  db: Database,
  sessionId: string,
): Promise<string | undefined> {
  const [session] = await run(db, productOfSession(sessionId))
  return session?.productId
}
