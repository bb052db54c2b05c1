/**
 * Writes a booking, or a change to one, in a single statement: the session, the transfer with its
 * two entries and the balance, the audit entry, and the answer for a retry.
 *
 * One statement, because it is what most people do at once: each further one would cost a tenth of
 * the rate at which a server can book. It is written for a transaction that holds the product and
 * its account, and decides nothing.
 */
import { randomUUIDv7 } from 'node:crypto'
import type { Amount } from '@2park/domain/amount'
import type { Interval } from '@2park/domain/interval'
import type { Plate } from '@2park/domain/plate'
import { statement, type Bound } from '#database/database.ts'
import type { Keep } from '#http/answers.queries.ts'

/** What is written whatever happens to a session. */
export type Deed = {
  readonly sessionId: string
  readonly organisationId: string
  readonly accountId: string
  readonly now: Temporal.Instant
  readonly action: 'sessionStarted' | 'sessionExtended' | 'sessionStopped' | 'sessionDeleted'
  /** Absent where nothing is charged or given back. */
  readonly movement: Movement | undefined
  readonly keep: Keep | undefined
  /** What is answered, for a retry. */
  readonly answer: unknown
}

/** Between a product's ledger account and its municipality's usage account, whose gain is its loss. */
export type Movement = {
  readonly transferId: string
  readonly step: string
  readonly productAccountId: string
  readonly usageAccountId: string
  /** On the product's account. */
  readonly amount: Amount
  readonly balanceAfter: Amount
  readonly version: number
}

const whatever = `
  transfer as (
    insert into transfers (id, organisation_id, cause, cause_id, step, occurred_at)
    select $6::uuid, $2::uuid, 'session', $1::uuid, $7::text, $4::timestamptz
     where $6::uuid is not null
  ), entries as (
    insert into ledger_entries (transfer_id, account_id, amount, balance_after, version)
    select $6::uuid, $8::uuid, $10::bigint, $11::bigint, $12::bigint where $6::uuid is not null
     union all
    select $6::uuid, $9::uuid, -$10::bigint, null, null where $6::uuid is not null
  ), balance as (
    update ledger_accounts set balance = $11::bigint, version = $12::bigint where id = $8::uuid
  ), answer as (
    insert into idempotency_keys (account_id, key, fingerprint, status, body, created_at)
    select $3::uuid, $13::text, $14::bytea, $15::smallint, $16::json, $4::timestamptz
     where $13::text is not null
  )
  insert into audit_entries (id, organisation_id, account_id, action, subject_id, occurred_at)
  values ($17::uuid, $2::uuid, $3::uuid, $5::text, $1::uuid, $4::timestamptz)`

function valuesOf(deed: Deed): unknown[] {
  return [
    deed.sessionId,
    deed.organisationId,
    deed.accountId,
    deed.now,
    deed.action,
    ...movementValues(deed.movement),
    ...answerValues(deed),
    randomUUIDv7(),
  ]
}

const none = (count: number): null[] => Array.from({ length: count }, () => null)

function movementValues(movement: Movement | undefined): unknown[] {
  if (!movement) return none(7)
  const { transferId, step, productAccountId, usageAccountId } = movement
  const { amount, balanceAfter, version } = movement
  return [transferId, step, productAccountId, usageAccountId, amount, balanceAfter, version]
}

function answerValues({ keep, answer }: Deed): unknown[] {
  if (!keep) return none(4)
  return [keep.key, keep.fingerprint, keep.status, JSON.stringify(answer ?? null)]
}

const booking = statement(
  'book session',
  `with session as (
    insert into parking_sessions
      (id, organisation_id, started_by, product_id, plate, country, starts_at, ends_at, cost)
    values ($1::uuid, $2::uuid, $3::uuid, $18::uuid, $19, $20, $21, $22, $23)
  ), used as (
    update products set last_used_at = $4::timestamptz where id = $18::uuid
  ), ${whatever}`,
)

export type Booking = {
  readonly productId: string
  readonly plate: Plate
  readonly during: Interval
  readonly cost: Amount
}

export function book(what: Deed, { productId, plate, during, cost }: Booking): Bound<never> {
  const { number, country } = plate
  const session = [productId, number, country, during.start, during.end, cost]
  return booking(...valuesOf(what), ...session)
}

const change = statement(
  'change session',
  `with session as (
    update parking_sessions
       set ends_at = $18, cost = $19, revision = $20, deleted_at = $21
     where id = $1::uuid
  ), ${whatever}`,
)

export type SessionChange = {
  readonly end: Temporal.Instant
  readonly cost: Amount
  readonly revision: number
  readonly deletedAt?: Temporal.Instant
}

export function changeSession(what: Deed, to: SessionChange): Bound<never> {
  return change(...valuesOf(what), to.end, to.cost, to.revision, to.deletedAt)
}
