/**
 * Writes bookings, or changes to them, all that come at once in a single statement: the sessions, the
 * two entries of each transfer and the balances, the audit entries, and the answers for a retry.
 *
 * It decides nothing, and goes on only from what was decided on: in `unchanged` is each deed whose
 * product's account still had the version that was read, and everything else is written for these.
 * Of an account that somebody else is at it writes nothing, rather than keep those waiting who share
 * its trip; of two deeds on one account it writes one.
 */
import { randomUUIDv7 } from 'node:crypto'
import type { Amount } from '@2park/domain/amount'
import type { Interval } from '@2park/domain/interval'
import type { Plate } from '@2park/domain/plate'
import type { BeforeStop } from '@2park/domain/undo-stop'
import { bytesInRecord, gathered, type Gathered } from '#database/gathered.ts'
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
export type Written = { readonly position: number }

const deeds = `
  session_id uuid, organisation_id uuid, account_id uuid, now timestamptz, action text,
  audit_id uuid, product_account_id uuid, version bigint, payer_id uuid, payer_version bigint,
  usage_account_id uuid, step text, amount bigint, balance_after bigint,
  key text, fingerprint bytea, status smallint, body json`

/**
 * The product's account guards its places as well, so it counts each change, whoever pays. Whatever
 * changes the part of a delegation counts there, too: what was read of the part holds as long as
 * that is unchanged. A product that is shared is not thereby the one that its holder used last (B2).
 */
const unchanged = (wholeIsBooked: string, partIsBooked: string) => `
  unchanged as (
    update ledger_accounts as account
       set balance = case when deed.payer_id = account.id then coalesce(deed.balance_after, balance)
                          else balance end,
           version = account.version + 1,
           booked_at = case when ${wholeIsBooked} then deed.now else booked_at end
      from (select deed.*
              from deed
             cross join lateral (
                   select from ledger_accounts
                    where id = deed.product_account_id and version = deed.version
                      for no key update skip locked) as free
           ) as deed
     where account.id = deed.product_account_id
    returning deed.*
  ), part as (
    update ledger_accounts as part
       set balance = coalesce(deed.balance_after, balance),
           version = part.version + 1,
           booked_at = case when ${partIsBooked} then deed.now else booked_at end
      from unchanged as deed
     where part.id = deed.payer_id and deed.payer_id <> deed.product_account_id
  )`

const whatever = `
  entries as (
    insert into ledger_entries (organisation_id, account_id, cause, cause_id, step, amount,
                                balance_after, version, occurred_at)
    select organisation_id, side.account_id, 'session', session_id, step, side.amount,
           side.balance_after, side.version, now
      from unchanged
     cross join lateral (values
             (payer_id, amount, unchanged.balance_after, payer_version + 1),
             (usage_account_id, -amount, null, null)
           ) as side (account_id, amount, balance_after, version)
     where side.amount is not null
  ), answers as (
    insert into idempotency_keys (caller_id, key, fingerprint, status, body, created_at)
    select account_id, key, fingerprint, status, coalesce(body, 'null'), now
      from unchanged
     where key is not null
  ), audit as (
    insert into audit_entries (id, organisation_id, account_id, action, subject_id, occurred_at)
    select audit_id, organisation_id, account_id, action, session_id, now from unchanged
  )
  select position from unchanged`

function recordOf(deed: Deed): object {
  const { movement, keep, payer } = deed
  return {
    session_id: deed.sessionId,
    organisation_id: deed.organisationId,
    account_id: deed.accountId,
    now: deed.now,
    action: deed.action,
    audit_id: randomUUIDv7(),
    product_account_id: deed.productAccountId,
    version: deed.version,
    payer_id: payer.id,
    payer_version: payer.version,
    ...(movement && {
      usage_account_id: movement.usageAccountId,
      step: movement.step,
      amount: movement.amount,
      balance_after: movement.balanceAfter,
    }),
    ...(keep && {
      key: keep.key,
      fingerprint: bytesInRecord(keep.fingerprint),
      status: keep.status,
      body: deed.answer,
    }),
  }
}

const bookings = gathered<Written>('book sessions', {
  as: 'deed',
  columns: `${deeds}, product_id uuid, delegation_id uuid, area_id uuid, plate text, country text,
  starts_at timestamptz, ends_at timestamptz, cost bigint, open_ended boolean`,
  text: (
    records,
  ) => `with deed as materialized (select * from ${records}), ${unchanged('deed.delegation_id is null', 'true')}, sessions as (
    insert into parking_sessions
      (id, organisation_id, started_by, product_id, plate, country, starts_at, ends_at, cost,
       delegation_id, open_ended, area_id)
    select session_id, organisation_id, account_id, product_id, plate, country, starts_at, ends_at,
           cost, delegation_id, open_ended, area_id
      from unchanged
  ), ${whatever}`,
})

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

export function book(what: Deed, booking: Booking): Gathered<Written> {
  return bookings({
    ...recordOf(what),
    product_id: booking.productId,
    delegation_id: booking.delegationId,
    area_id: booking.areaId,
    plate: booking.plate.number,
    country: booking.plate.country,
    starts_at: booking.during.start,
    ends_at: booking.during.end,
    cost: booking.cost,
    open_ended: booking.openEnded,
  })
}

const changes = gathered<Written>('change sessions', {
  as: 'deed',
  columns: `${deeds}, ends_at timestamptz, cost bigint, revision integer, deleted_at timestamptz,
  stopped_end timestamptz, stopped_cost bigint`,
  text: (
    records,
  ) => `with deed as materialized (select * from ${records}), ${unchanged('false', 'false')}, sessions as (
    update parking_sessions as session
       set ends_at = deed.ends_at, cost = deed.cost, revision = deed.revision,
           deleted_at = deed.deleted_at, stopped_end = deed.stopped_end,
           stopped_cost = deed.stopped_cost
      from unchanged as deed
     where session.id = deed.session_id
  ), ${whatever}`,
})

export type SessionChange = {
  readonly end: Temporal.Instant
  readonly cost: Amount
  readonly revision: number
  readonly deletedAt?: Temporal.Instant
  /** Where it is stopped: what it was before. */
  readonly stopped?: BeforeStop
}

export function changeSession(what: Deed, to: SessionChange): Gathered<Written> {
  return changes({
    ...recordOf(what),
    ends_at: to.end,
    cost: to.cost,
    revision: to.revision,
    deleted_at: to.deletedAt,
    stopped_end: to.stopped?.end,
    stopped_cost: to.stopped?.cost,
  })
}
