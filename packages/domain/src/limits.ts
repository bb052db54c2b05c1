/**
 * How far each rule lets a session go that starts where it was asked to start.
 *
 * A rule is broken by an end after its limit, and an alternative ends at the soonest of the limits:
 * both look here, so that what is offered is what is allowed.
 */
import { afford } from './afford.ts'
import { sum } from './amount.ts'
import type { Asked } from './asked.ts'
import { earliest, interval, isBefore, type Interval } from './interval.ts'
import { endOfPaidHours } from './paid-hours.ts'
import { isSamePlate } from './plate.ts'
import { concurrencyOver, type ParkingSession } from './session.ts'
import { leastInterruption, longestStayEnd, noRightPeriods } from './stay.ts'

/** The midnight that ends the last day that can be planned on. */
export function endOfPlanning({ facts, now }: Asked): Temporal.Instant {
  const today = now.toZonedDateTimeISO(facts.timeZone).toPlainDate()
  const firstTooFar = today.add({ days: facts.rules.maxDaysAhead + 1 })
  return firstTooFar.toZonedDateTime(facts.timeZone).toInstant()
}

/** The sooner of the municipality's longest duration and the register's longest stay (G3). */
export function longestEnd({ facts, start }: Asked): Temporal.Instant | undefined {
  const { maxDurationSeconds } = facts.rules
  const stayEnd = longestStayEnd(facts.tariff, start)
  if (maxDurationSeconds === undefined) return stayEnd
  const durationEnd = start.add({ seconds: maxDurationSeconds })
  return stayEnd ? earliest(stayEnd, durationEnd) : durationEnd
}

/** Where the first period begins in which the register grants no right (`claimrightpossible` N). */
export function endOfRights(asked: Asked): Temporal.Instant | undefined {
  return noRightPeriods(asked.facts.tariff, added(asked))[0]?.start
}

/** The first moment at which every place is taken by others (G4). */
function firstFullMoment(asked: Asked): Temporal.Instant | undefined {
  const { maxConcurrent } = asked.facts.rules
  if (maxConcurrent === undefined) return undefined
  const intervals = asked.others.map(({ during }) => during)
  const full = concurrencyOver(intervals, added(asked)).find(({ count }) => count >= maxConcurrent)
  return full && Temporal.Instant.fromEpochMilliseconds(full.fromMs)
}

export function othersOfPlate({ others, plate }: Asked): ParkingSession[] {
  return others.filter((other) => isSamePlate(other.plate, plate))
}

/** What the session would take that it does not have: all of a new one, the rest of an extension. */
export function added({ from, end }: Asked): Interval {
  return interval(from, end)
}

/** The latest end, at most the one asked for, that no rule but the balance's forbids. */
export function latestEnd(asked: Asked): Temporal.Instant {
  const { facts, start, from } = asked
  const inSight = soonest([asked.end, endOfPlanning(asked), facts.product.valid.end])
  // The rules below walk the calendar, so they are not asked about years that can't be planned.
  if (!isBefore(from, inSight)) return inSight
  const within = { ...asked, end: inSight }
  const { endOfDayDeactivation } = facts.rules
  return soonest([
    inSight,
    endOfDayDeactivation ? endOfPaidHours(facts.tariff, start) : undefined,
    longestEnd(within),
    endOfRights(within),
    firstFullMoment(within),
    ...othersOfPlate(within).map((other) => endBeforeNext(within, other)),
  ])
}

/** The latest end, at most `end`, whose price the balance can bear (G2). */
export function affordableEnd({ facts, start, extended }: Asked, end: Temporal.Instant) {
  const paid = extended ? [extended.cost] : []
  return afford(facts.tariff, { start, budget: sum([facts.balance, ...paid]), horizon: end })
}

/** The same plate's next session keeps its distance (`minparkinginterruption`). */
function endBeforeNext(asked: Asked, other: ParkingSession) {
  const { start, end } = other.during
  if (!isBefore(asked.from, end)) return undefined
  return start.subtract({ seconds: interruption(asked, other, start) })
}

/** The least time in seconds from or to another session of the plate, where the later begins at `at`. */
export function interruption(
  { facts }: Asked,
  { elsewhere }: ParkingSession,
  at: Temporal.Instant,
): number {
  return elsewhere ? 0 : leastInterruption(facts.tariff, at)
}

function soonest([first, ...rest]: readonly [
  Temporal.Instant,
  ...(Temporal.Instant | undefined)[],
]) {
  return rest.reduce<Temporal.Instant>((soon, each) => (each ? earliest(soon, each) : soon), first)
}
