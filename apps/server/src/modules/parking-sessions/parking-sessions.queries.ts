/** Lists of parking sessions, as they are shown. */
import type { Amount, Unit } from '@2park/domain/amount'
import type { ParkingSession, SessionState } from '@2park/domain/session'
import { run, statement, type Database } from '#database/database.ts'
import type { SessionContext } from './presentation.ts'

export type ListedSession = ParkingSession & SessionContext

/** Of a product, or of every product of a holder. */
export type Whose = { readonly productId: string } | { readonly holderId: string }

type Row = {
  readonly id: string
  readonly productId: string
  readonly plate: string
  readonly country: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly cost: Amount
  readonly unit: Unit
  readonly extendable: boolean
  readonly favouriteName: string | null
}

const whose = { productId: 'product.id = $1', holderId: 'product.holder_id = $1' }

const which = {
  running: 'starts_at <= $2 and ends_at > $2 order by ends_at, session.id',
  planned: 'starts_at > $2 order by starts_at, session.id',
  ended: 'ends_at <= $2 and session.plate is not null order by ends_at desc, session.id',
  current: 'ends_at > $2 order by starts_at, session.id',
}

const listed = (of: keyof typeof whose, state: keyof typeof which) =>
  statement<Row>(
    `${state} sessions by ${of}`,
    `select session.id, session.product_id as "productId", session.plate, session.country,
            starts_at as "startsAt", ends_at as "endsAt", cost, type.unit,
            type.extension_allowed as extendable, favourite.name as "favouriteName"
       from parking_sessions as session
       join products as product on product.id = session.product_id
       join product_types as type on type.id = product.product_type_id
       left join favourites as favourite
         on favourite.product_id = session.product_id
        and favourite.plate = session.plate
        and favourite.country = session.country
      where deleted_at is null and ${whose[of]} and ${which[state]}
      limit 200`,
  )

const lists = {
  productId: {
    running: listed('productId', 'running'),
    planned: listed('productId', 'planned'),
    ended: listed('productId', 'ended'),
    current: listed('productId', 'current'),
  },
  holderId: {
    running: listed('holderId', 'running'),
    planned: listed('holderId', 'planned'),
    ended: listed('holderId', 'ended'),
    current: listed('holderId', 'current'),
  },
}

/** Without a state: those that have not ended. */
export async function listSessions(
  db: Database,
  whom: Whose,
  { state, now }: { readonly state: SessionState | undefined; readonly now: Temporal.Instant },
): Promise<ListedSession[]> {
  const [list, id] =
    'productId' in whom ? [lists.productId, whom.productId] : [lists.holderId, whom.holderId]
  const rows = await run(db, list[state ?? 'current'](id, now))
  return rows.map(toListedSession)
}

function toListedSession({ plate, country, startsAt, endsAt, ...row }: Row): ListedSession {
  return { ...row, plate: { number: plate, country }, during: { start: startsAt, end: endsAt } }
}
