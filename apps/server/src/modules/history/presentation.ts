/** Says what was parked, and what changed a balance, in the words of the contract. */
import type {
  EndedSession as SessionShape,
  Transaction as TransactionShape,
} from '@2park/contract/history'
import type { Unit } from '@2park/domain/amount'
import { isBefore } from '@2park/domain/interval'
import type { z } from 'zod/mini'
import type { EndedSession } from './sessions.queries.ts'
import { kindOf } from './transaction-kind.ts'
import type { Transaction } from './transactions.queries.ts'

export type PresentedSession = z.output<typeof SessionShape>
export type PresentedTransaction = z.output<typeof TransactionShape>

type Context = {
  readonly unit: Unit
  readonly organisation: { readonly timeZone: string }
}

export function presentEndedSession(
  { id, startsAt, endsAt, cost, startedBy, location, favouriteName, ...row }: EndedSession,
  { unit, organisation }: Context,
  now: Temporal.Instant,
): PresentedSession {
  const plate = plateKept(row, now)
  const goesOn = row.plateGoesAt.toZonedDateTimeISO(organisation.timeZone).toPlainDate()
  return {
    id,
    ...(plate && { plate, plateKeptUntil: goesOn.toString() }),
    ...(plate && favouriteName !== null && { favouriteName }),
    ...(location !== null && { location }),
    start: startsAt.toString(),
    end: endsAt.toString(),
    cost: { unit, value: cost },
    ...(startedBy !== null && { startedBy }),
  }
}

export function presentTransaction(
  entry: Transaction,
  { unit }: Pick<Context, 'unit'>,
  now: Temporal.Instant,
): PresentedTransaction {
  const plate = plateKept(entry, now)
  return {
    number: entry.number,
    kind: kindOf(entry),
    ...(plate && { plate }),
    at: entry.at.toString(),
    amount: { unit, value: entry.amount },
    balanceAfter: { unit, value: entry.balanceAfter },
  }
}

type Kept = Pick<Transaction, 'plate' | 'country' | 'plateGoesAt'>

/** Its time may have come, and the job that forgets it be a moment late. */
function plateKept({ plate, country, plateGoesAt }: Kept, now: Temporal.Instant) {
  const isKept = plateGoesAt !== null && isBefore(now, plateGoesAt)
  return plate !== null && country !== null && isKept ? { number: plate, country } : undefined
}
