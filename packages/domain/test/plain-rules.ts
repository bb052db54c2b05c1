/**
 * The rules of the decision once more, in the plainest way: by looking at every moment of the time
 * that was asked for. Slow, and so simple that it can be read against the manual.
 */
import type { ParkingFacts, ParkingRequest } from '../src/asked.ts'
import { endOfDay, interval, isBefore, latest } from '../src/interval.ts'
import { endOfPaidHours } from '../src/paid-hours.ts'
import { isSamePlate, plate, type Plate } from '../src/plate.ts'
import { price } from '../src/price.ts'
import type { TimeFrame } from '../src/regulation.ts'
import type { Reason } from '../src/rules.ts'
import { stateOf } from '../src/session.ts'
import { leastInterruption, longestStayEnd } from '../src/stay.ts'
import { timeZone } from './visitor-product.ts'

export type Case = {
  readonly now: Temporal.Instant
  readonly request: ParkingRequest
  readonly facts: ParkingFacts
  readonly timeFrames: readonly TimeFrame[]
}

/** All times of a case are so many minutes apart, so that looking at each of them sees everything. */
export const grain = 5

export function later(instant: Temporal.Instant, steps: number): Temporal.Instant {
  return instant.add({ minutes: steps * grain })
}

export function brokenRules(each: Case): Reason[] {
  const standing = reasonsIf(brokenAnyhow(each))
  const moments = reasonsIf(brokenByItsMoments(each))
  return moments.length > 0
    ? [...standing, ...moments]
    : [
        ...standing,
        ...reasonsIf({ ...brokenByItsTime(each), ...exceptWhenOpen(each) }),
        ...reasonsIf(brokenByItsPrice(each)),
      ]
}

/** H4: how long it may last is asked of an end that was given. */
function exceptWhenOpen({ request, facts, now }: Case) {
  const { isOpen } = timesOf(request, facts, now)
  return isOpen ? { noRightPossible: false, maxDuration: false } : {}
}

function brokenAnyhow({ request, facts, now }: Case) {
  const extended = extendedBy(request, facts)
  return {
    blocked: facts.product.blocked,
    expired: isExpired(facts, now),
    sessionEnded: extended !== undefined && stateOf(extended, now) === 'ended',
    extensionNotAllowed: extended !== undefined && !facts.rules.extensionAllowed,
  }
}

function brokenByItsMoments({ request, facts, now }: Case) {
  const { extended, start, end, isOpen } = timesOf(request, facts, now)
  const lastDay = now
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days: facts.rules.maxDaysAhead })
  const isTooFar = (instant: Temporal.Instant) => {
    const day = instant.subtract({ seconds: 1 }).toZonedDateTimeISO(timeZone).toPlainDate()
    return Temporal.PlainDate.compare(day, lastDay) > 0
  }
  return {
    startInPast: !extended && isBefore(start, now),
    endBeforeStart: !extended && !isBefore(start, end),
    endNotLater: extended !== undefined && !isBefore(extended.during.end, end),
    tooFarAhead: isTooFar(start) || (!isOpen && isTooFar(end)),
  }
}

function brokenByItsTime({ request, facts, now, timeFrames }: Case) {
  const { rules, product, tariff } = facts
  const { extended, start, from, end } = timesOf(request, facts, now)
  const steps = from.until(end).total('minutes') / grain
  const seen = Array.from({ length: steps }, (_, index) => later(from, index))

  const others = facts.sessions.filter((session) => session !== extended)
  const whose = request.kind === 'start' ? request.plate : extended?.plate
  const isMine = (session: { readonly plate: Plate }) =>
    isSamePlate(session.plate, whose ?? plate('?'))
  const parkedAt = (at: Temporal.Instant) =>
    others.filter((session) => stateOf(session, at) === 'running')

  const lastOfDay = latest(endOfDay(start, timeZone), endOfPaidHours(tariff, start))
  const stayEnd = longestStayEnd(tariff, start) ?? end
  return {
    validity:
      !isExpired(facts, now) &&
      (isBefore(from, product.valid.start) || isBefore(product.valid.end, end)),
    noRightPossible: seen.some((at) => frameAt(timeFrames, at)?.rightPossible === false),
    endOfDay: rules.endOfDayDeactivation && isBefore(lastOfDay, end),
    maxDuration:
      secondsBetween(start, end) > (rules.maxDurationSeconds ?? Infinity) || isBefore(stayEnd, end),
    tooSoonAgain: others.filter(isMine).some(({ during }) => {
      const before = extended ? -1 : secondsBetween(during.end, from)
      const after = secondsBetween(end, during.start)
      return (
        (before >= 0 && before < leastInterruption(tariff, from)) ||
        (after >= 0 && after < leastInterruption(tariff, during.start))
      )
    }),
    plateAlreadyParked: seen.some((at) => parkedAt(at).some(isMine)),
    maxConcurrent: seen.some((at) => parkedAt(at).length >= (rules.maxConcurrent ?? Infinity)),
  }
}

function brokenByItsPrice({ request, facts, now }: Case) {
  const { extended, start, end } = timesOf(request, facts, now)
  const charge = price(facts.tariff, interval(start, end)).total - (extended?.cost ?? 0)
  return { balance: charge > facts.balance }
}

/** Under end-of-day deactivation an end on the start's own day is brought back to the paid hours. */
function timesOf(request: ParkingRequest, facts: ParkingFacts, now: Temporal.Instant) {
  const extended = extendedBy(request, facts)
  const asked = request.kind === 'start' && request.start !== 'now' ? request.start : now
  const start = extended ? extended.during.start : asked
  const midnight = endOfDay(start, timeZone)
  const { isOpen, end } = endOf({ request, facts, start, midnight })
  const paidEnd = endOfPaidHours(facts.tariff, start)
  const isCut =
    facts.rules.endOfDayDeactivation && !isBefore(midnight, end) && isBefore(paidEnd, end)
  const from = extended?.during.end ?? start
  return { extended, start, from, end: isCut ? paidEnd : end, isOpen }
}

type Begun = Pick<Case, 'request' | 'facts'> & {
  readonly start: Temporal.Instant
  readonly midnight: Temporal.Instant
}

function endOf({ request, facts, start, midnight }: Begun) {
  if (request.end !== 'endOfDay' && request.end !== 'open')
    return { isOpen: false, end: request.end }
  const isOpen = request.end === 'open' && !facts.rules.endOfDayDeactivation
  const { end: productEnd } = facts.product.valid
  return { isOpen, end: isOpen && isBefore(start, productEnd) ? productEnd : midnight }
}

function extendedBy(request: ParkingRequest, { sessions }: ParkingFacts) {
  return request.kind === 'extend' ? sessions.find(({ id }) => id === request.sessionId) : undefined
}

function isExpired({ product }: ParkingFacts, now: Temporal.Instant): boolean {
  return !isBefore(now, product.valid.end)
}

function frameAt(timeFrames: readonly TimeFrame[], at: Temporal.Instant): TimeFrame | undefined {
  const { dayOfWeek, hour } = at.toZonedDateTimeISO(timeZone)
  return timeFrames.find(
    ({ day, fromMinute, untilMinute }) =>
      day.weekday === dayOfWeek && fromMinute <= hour * 60 && hour * 60 < untilMinute,
  )
}

function secondsBetween(from: Temporal.Instant, until: Temporal.Instant): number {
  return from.until(until).total('seconds')
}

function reasonsIf(broken: Partial<Record<Reason, boolean>>): Reason[] {
  return (Object.keys(broken) as Reason[]).filter((reason) => broken[reason])
}
