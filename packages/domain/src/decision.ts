/**
 * May this session be, and at what price? One pure decision for starting, planning and extending,
 * and the smaller ones for ending a session early.
 */
import { alternativesTo, type Alternative } from './alternatives.ts'
import { amount, difference, type Amount } from './amount.ts'
import { resolve, type Asked, type ParkingFacts, type ParkingRequest } from './asked.ts'
import { interval, isBefore, wholeSecondRoundedDown, type Interval } from './interval.ts'
import { nextPaidStart } from './paid-hours.ts'
import { price, type Price } from './price.ts'
import { judge, type Priced, type Reason } from './rules.ts'
import { stateOf, type ParkingSession } from './session.ts'
import type { Tariff } from './tariff.ts'

export type { Alternative } from './alternatives.ts'
export type { ParkingFacts, ParkingRequest, ProductRules } from './asked.ts'
export type { Reason } from './rules.ts'

export type AcceptedDecision = {
  readonly outcome: 'accepted'
  readonly during: Interval
  readonly price: Price
  /** To be paid now: when extending, what the price differs from what was paid before. */
  readonly charge: Amount
  /** The session ends with the day's paid hours, sooner than was asked (G1). */
  readonly cutToPaidHours: boolean
  /** It ends when it is stopped, and at the latest with its product (H1). */
  readonly openEnded: boolean
  /** Parking is free where the session or its extension begins; paid hours begin at this moment. */
  readonly freeUntil: Temporal.Instant | undefined
}

export type RefusedDecision = {
  readonly outcome: 'refused'
  /** Every one that applies, the weightiest first; never empty. */
  readonly reasons: readonly Reason[]
  /** As it was asked; undefined where that is no stretch of time. */
  readonly during: Interval | undefined
  /** Undefined where it begins in the past or is too far ahead: that is not priced. */
  readonly price: Price | undefined
  readonly charge: Amount | undefined
  /** What the balance lacks; undefined where it suffices or nothing was priced. */
  readonly shortfall: Amount | undefined
  /** Best first. */
  readonly alternatives: readonly Alternative[]
}

export type Decision = AcceptedDecision | RefusedDecision

/** How far ahead the next paid hours are looked for, when parking is free. */
const sight = { hours: 7 * 24 }

/**
 * Decides at a moment, of which the started second is dropped. Whoever asks with the same facts at the
 * same moment gets the same answer, so a quote is what a booking comes to.
 */
export function decide(
  request: ParkingRequest,
  facts: ParkingFacts,
  exactNow: Temporal.Instant,
): Decision {
  const asked = resolve(request, facts, wholeSecondRoundedDown(exactNow))
  if (!asked) return endedLongAgo
  const judgement = judge(asked)
  if (judgement.outcome === 'accepted') return accept(asked, judgement.priced)

  const { start, end } = asked
  const { reasons, priced } = judgement
  return {
    outcome: 'refused',
    reasons,
    during: isBefore(start, end) ? interval(start, end) : undefined,
    price: priced?.price,
    charge: priced?.charge,
    shortfall:
      priced && priced.charge > facts.balance
        ? difference(priced.charge, facts.balance)
        : undefined,
    alternatives: alternativesTo(asked, judgement),
  }
}

function accept(asked: Asked, priced: Priced): AcceptedDecision {
  const { cutToPaidHours, openEnded } = asked
  const freeUntil = freeUntilOf(asked, priced)
  return { outcome: 'accepted', ...priced, cutToPaidHours, openEnded, freeUntil }
}

function freeUntilOf({ facts, from, end }: Asked, { during, price: { paidSeconds } }: Priced) {
  const isPaidThroughout = paidSeconds === during.start.until(during.end).total('seconds')
  if (isPaidThroughout || facts.rules.unit === 'none') return undefined
  const paidStart = nextPaidStart(facts.tariff, from, end.add(sight))
  return paidStart?.equals(from) ? undefined : paidStart
}

const endedLongAgo: RefusedDecision = {
  outcome: 'refused',
  reasons: ['sessionEnded'],
  during: undefined,
  price: undefined,
  charge: undefined,
  shortfall: undefined,
  alternatives: [],
}

export type StopDecision =
  | {
      readonly outcome: 'stopped'
      /** What was parked; of no length at all when it is stopped in its first second. */
      readonly during: Interval
      readonly price: Price
      readonly refund: Amount
    }
  | { readonly outcome: 'refused'; readonly reason: 'sessionEnded' | 'notBegun' }

/**
 * Ends a running session now; allowed always, on a blocked or expired product too (E2). What comes back
 * is what it cost less what was used, priced by the rules as they are now.
 */
export function decideStop(
  session: ParkingSession,
  tariff: Tariff,
  now: Temporal.Instant,
): StopDecision {
  const state = stateOf(session, now)
  if (state === 'ended') return { outcome: 'refused', reason: 'sessionEnded' }
  if (state === 'planned') return { outcome: 'refused', reason: 'notBegun' }

  const during = interval(session.during.start, wholeSecondRoundedDown(now))
  const used = price(tariff, during)
  // A fare that rose after the booking is no reason to charge someone for leaving.
  const refund = amount(Math.max(0, difference(session.cost, used.total)))
  return { outcome: 'stopped', during, price: used, refund }
}

export type DeleteDecision =
  | { readonly outcome: 'deleted'; readonly refund: Amount }
  | { readonly outcome: 'refused'; readonly reason: 'alreadyBegun' | 'sessionEnded' }

/** Gives up a planned session, and its whole cost comes back (E4). */
export function decideDelete(session: ParkingSession, now: Temporal.Instant): DeleteDecision {
  const state = stateOf(session, now)
  if (state === 'ended') return { outcome: 'refused', reason: 'sessionEnded' }
  if (state === 'running') return { outcome: 'refused', reason: 'alreadyBegun' }
  return { outcome: 'deleted', refund: session.cost }
}
