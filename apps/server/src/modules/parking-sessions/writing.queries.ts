/**
 * Writes a booking, or a change to one, in a single statement: the session, the two entries of its
 * transfer and the balance, the audit entry, and the answer for a retry.
 *
 * It decides nothing, and goes on only from what was decided on: in `unchanged` is a row if the
 * product's account still had the version that was read, and everything else is written for that
 * row. Of an account that somebody else is at it writes nothing, rather than keep those waiting who
 * share its trip.
 */
import { randomUUIDv7 } from 'node:crypto'
import type { Amount } from '@2park/domain/amount'
import type { Interval } from '@2park/domain/interval'
import type { Plate } from '@2park/domain/plate'
import type { BeforeStop } from '@2park/domain/undo-stop'
import { statement, type Bound } from '#database/database.ts'
import type { Keep } from '#http/answers.queries.ts'

/** What is written whatever happens to a session. */
export type Deed = {
  readonly sessionId: string
  readonly organisationId: string
  readonly accountId: string
  readonly now: Temporal.Instant
  readonly action:
    | 'sessionStarted'
    | 'sessionExtended'
    | 'sessionStopped'
    | 'sessionResumed'
    | 'sessionDeleted'
  /** The product's ledger account, and the version of it that was decided on. */
  readonly productAccountId: string
  readonly version: number
  /** The same account, or the delegation's own where that was given a part. */
  readonly payer: { readonly id: string; readonly version: number }
  /** Absent where nothing is charged or given back. */
  readonly movement: Movement | undefined
  readonly keep: Keep | undefined
  /** What is answered, for a retry. */
  readonly answer: unknown
}

/** Between the payer's ledger account and the municipality's usage account, whose gain is its loss. */
export type Movement = {
  readonly step: string
  readonly usageAccountId: string
  /** On the payer's account. */
  readonly amount: Amount
  readonly balanceAfter: Amount
}

/** One row if it was written; none if another change came between. */
export type Written = { readonly version: number }

/** Who pays: the product, or the part of its balance that was given to a delegate. */
type Payer = 'whole' | 'part'

/** The product's account, as it was read. */
const free = `
      select id from ledger_accounts where id = $7::uuid and version = $8::bigint
         for no key update skip locked`

/**
 * The product's account guards its places as well, so it counts each change, whoever pays. Whatever
 * changes a part counts there, too: what was read of the part holds as long as that is unchanged.
 */
const unchanged: Readonly<Record<Payer, (alsoSet: string) => string>> = {
  whole: (alsoSet) => `
  unchanged as (
    update ledger_accounts
       set balance = coalesce($11::bigint, balance), version = version + 1${alsoSet}
     where id = (${free})
    returning version
  )`,
  part: (alsoSet) => `
  unchanged as (
    update ledger_accounts
       set version = version + 1
     where id = (${free})
    returning version
  ), part as (
    update ledger_accounts as part
       set balance = coalesce($11::bigint, part.balance), version = part.version + 1${alsoSet}
      from unchanged
     where part.id = $17::uuid
  )`,
}

const whatever = `
  entries as (
    insert into ledger_entries (organisation_id, account_id, cause, cause_id, step, amount,
                                balance_after, version, occurred_at)
    select $2::uuid, side.account_id, 'session', $1::uuid, $12::text, side.amount,
           side.balance_after, side.version, $4::timestamptz
      from unchanged,
           (values ($17::uuid, $10::bigint, $11::bigint, $18::bigint + 1),
                   ($9::uuid, -$10::bigint, null, null)
           ) as side (account_id, amount, balance_after, version)
     where $10::bigint is not null
  ), answer as (
    insert into idempotency_keys (caller_id, key, fingerprint, status, body, created_at)
    select $3::uuid, $13::text, $14::bytea, $15::smallint, $16::json, $4::timestamptz
      from unchanged
     where $13::text is not null
  ), audit as (
    insert into audit_entries (id, organisation_id, account_id, action, subject_id, occurred_at)
    select $6::uuid, $2::uuid, $3::uuid, $5::text, $1::uuid, $4::timestamptz from unchanged
  )
  select version from unchanged`

function valuesOf(deed: Deed): Bound<object>['values'] {
  const { movement, keep, answer } = deed
  return [
    deed.sessionId,
    deed.organisationId,
    deed.accountId,
    deed.now,
    deed.action,
    randomUUIDv7(),
    deed.productAccountId,
    deed.version,
    movement?.usageAccountId,
    movement?.amount,
    movement?.balanceAfter,
    movement?.step,
    keep?.key,
    keep?.fingerprint,
    keep?.status,
    keep && JSON.stringify(answer ?? null),
    deed.payer.id,
    deed.payer.version,
  ]
}

const payerOf = ({ payer, productAccountId }: Deed): Payer =>
  payer.id === productAccountId ? 'whole' : 'part'

const booking = (payer: Payer, alsoSet: string) =>
  statement<Written>(
    `book session from ${payer}`,
    `with ${unchanged[payer](alsoSet)}, session as (
    insert into parking_sessions
      (id, organisation_id, started_by, product_id, plate, country, starts_at, ends_at, cost,
       delegation_id, open_ended, area_id)
    select $1::uuid, $2::uuid, $3::uuid, $19::uuid, $20, $21, $22::timestamptz, $23::timestamptz,
           $24::bigint, $25::uuid, $26::boolean, $27::uuid
      from unchanged
  ), ${whatever}`,
  )

const bookings = {
  // Who shares the balance does not make the product the one that its holder used last (B2).
  whole: booking(
    'whole',
    ', booked_at = case when $25::uuid is null then $4::timestamptz else booked_at end',
  ),
  part: booking('part', ', booked_at = $4::timestamptz'),
}

export type Booking = {
  readonly productId: string
  /** Null where the holder books. */
  readonly delegationId: string | null
  readonly plate: Plate
  readonly during: Interval
  readonly cost: Amount
  readonly openEnded: boolean
  /** Null in the product's own. */
  readonly areaId: string | null
}

export function book(what: Deed, { plate, during, ...booked }: Booking): Bound<Written> {
  const { productId, cost, delegationId, openEnded, areaId } = booked
  const { number, country } = plate
  const stretch = [during.start, during.end]
  const session = [productId, number, country, ...stretch, cost, delegationId, openEnded, areaId]
  return bookings[payerOf(what)](...valuesOf(what), ...session)
}

const change = (payer: Payer) =>
  statement<Written>(
    `change session of ${payer}`,
    `with ${unchanged[payer]('')}, session as (
    update parking_sessions
       set ends_at = $19, cost = $20, revision = $21, deleted_at = $22,
           stopped_end = $23, stopped_cost = $24
      from unchanged
     where id = $1::uuid
  ), ${whatever}`,
  )

const changes = { whole: change('whole'), part: change('part') }

export type SessionChange = {
  readonly end: Temporal.Instant
  readonly cost: Amount
  readonly revision: number
  readonly deletedAt?: Temporal.Instant
  /** Where it is stopped: what it was before. */
  readonly stopped?: BeforeStop
}

export function changeSession(what: Deed, to: SessionChange): Bound<Written> {
  return changes[payerOf(what)](
    ...valuesOf(what),
    to.end,
    to.cost,
    to.revision,
    to.deletedAt,
    to.stopped?.end,
    to.stopped?.cost,
  )
}
