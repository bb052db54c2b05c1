/**
 * Taking a stop back, when it was pressed by mistake: the session goes on to the end that it had, at the
 * price that it had, as if it had never been stopped. Only what others have done since can be in the way;
 * and an end that was left open is that of its product, which a shop may have changed since (H1).
 */
import { difference, type Amount } from './amount.ts'
import type { ParkingFacts } from './asked.ts'
import { interval, isBefore, overlaps, wholeSecondRoundedDown, type Interval } from './interval.ts'
import { isSamePlate } from './plate.ts'
import { highestConcurrency, type ParkingSession } from './session.ts'
import { leastInterruption } from './stay.ts'
import { type ThinkingTime, undoableSeconds } from './undo-time.ts'

/** What a session was before it was stopped. */
export type BeforeStop = { readonly end: Temporal.Instant; readonly cost: Amount }

export type UndoReason =
  | 'stopNotUndoable'
  | 'sessionEnded'
  | 'revoked'
  | 'plateAlreadyParked'
  | 'tooSoonAgain'
  | 'maxConcurrent'
  | 'balance'

export type UndoDecision =
  | { readonly outcome: 'resumed'; readonly during: Interval; readonly cost: Amount }
  | {
      readonly outcome: 'refused'
      /** Every one that applies, the weightiest first; never empty. */
      readonly reasons: readonly UndoReason[]
      /** What the balance lacks. */
      readonly shortfall: Amount | undefined
    }

export type Undoing = {
  readonly session: ParkingSession & { readonly openEnded: boolean }
  /** Undefined for a session that was never stopped, or goes on again already. */
  readonly before: BeforeStop | undefined
  /** The delegation that it was booked by holds no more, whoever asks. */
  readonly isRevoked: boolean
  /** Of who asks. */
  readonly time: ThinkingTime
}

export function decideUndoStop(
  { session, before, isRevoked, time }: Undoing,
  facts: ParkingFacts,
  now: Temporal.Instant,
): UndoDecision {
  const { start, end: stoppedAt } = session.during
  if (!before || !isBefore(now, stoppedAt.add({ seconds: undoableSeconds(time) })))
    return refused(['stopNotUndoable'])
  const end = endAgain(session, before, facts)
  if (!isBefore(now, end)) return refused(['sessionEnded'])

  const charge = difference(before.cost, session.cost)
  const isShort = charge > facts.balance
  const reasons = [
    ...(isRevoked ? (['revoked'] as const) : []),
    ...inTheWay(session, { facts, rest: interval(stoppedAt, end) }),
    ...(isShort ? (['balance'] as const) : []),
  ]
  if (reasons.length > 0)
    return refused(reasons, isShort ? difference(charge, facts.balance) : undefined)
  return { outcome: 'resumed', during: interval(start, end), cost: before.cost }
}

/** One whose price goes by its length lasts as long as was paid for. */
function endAgain(
  { openEnded }: Undoing['session'],
  before: BeforeStop,
  { product, rules: { unit } }: ParkingFacts,
): Temporal.Instant {
  const isPricedByLength = unit === 'money' || unit === 'time'
  return openEnded && !isPricedByLength ? wholeSecondRoundedDown(product.valid.end) : before.end
}

type Rest = { readonly facts: ParkingFacts; readonly rest: Interval }

/** What may have been booked since it was stopped, over the time that it would go on. */
function inTheWay(session: ParkingSession, { facts, rest }: Rest): UndoReason[] {
  const others = facts.sessions.filter(({ id }) => id !== session.id)
  const ofPlate = others.filter(({ plate }) => isSamePlate(plate, session.plate))
  const { maxConcurrent } = facts.rules
  const isFull =
    maxConcurrent !== undefined &&
    highestConcurrency(
      others.map(({ during }) => during),
      rest,
    ) >= maxConcurrent
  const isTooSoon = ({ during: { start }, elsewhere }: ParkingSession) =>
    !elsewhere &&
    !isBefore(start, rest.end) &&
    rest.end.until(start).total('seconds') < leastInterruption(facts.tariff, start)
  return [
    ...(ofPlate.some(({ during }) => overlaps(during, rest))
      ? (['plateAlreadyParked'] as const)
      : []),
    ...(ofPlate.some(isTooSoon) ? (['tooSoonAgain'] as const) : []),
    ...(isFull ? (['maxConcurrent'] as const) : []),
  ]
}

function refused(reasons: readonly UndoReason[], shortfall?: Amount): UndoDecision {
  return { outcome: 'refused', reasons, shortfall }
}
