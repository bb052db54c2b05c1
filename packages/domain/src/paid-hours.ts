/** When an area charges: the time frames that carry a fare, as people see them on a strip of the day. */
import { secondOf, type Interval } from './interval.ts'
import { dayOf, isPaid, momentOf, periodsOf, stretchesOf } from './slots.ts'
import type { Tariff } from './tariff.ts'

/** The paid hours within the interval, in order, with frames that adjoin as one. */
export function paidPeriods(tariff: Tariff, interval: Interval): readonly Interval[] {
  return periodsOf(tariff, interval, isPaid)
}

/** The first paid moment from `from` on and before `horizon`: `from` itself within paid hours. */
export function nextPaidStart(
  tariff: Tariff,
  from: Temporal.Instant,
  horizon: Temporal.Instant,
): Temporal.Instant | undefined {
  for (const stretch of stretchesOf(tariff, { start: secondOf(from), end: secondOf(horizon) })) {
    if (isPaid(stretch)) return momentOf(stretch.start)
  }
  return undefined
}

/**
 * The moment beyond which end-of-day deactivation lets no session go that runs at `at` (G1): where
 * the last paid frame ends of the parking day that `at` belongs to. At one in the night, within a
 * frame that began yesterday, that day is yesterday. Where nothing paid is left of the day it is the
 * midnight that ends the calendar day.
 */
export function endOfPaidHours(tariff: Tariff, at: Temporal.Instant): Temporal.Instant {
  const second = secondOf(at)
  const day = dayOf(tariff, second)
  const last = lastPaidEnd(tariff, day - 1, second) ?? lastPaidEnd(tariff, day, second)
  return momentOf(last ?? tariff.dayAt(day).end)
}

function lastPaidEnd(tariff: Tariff, day: number, after: number): number | undefined {
  return tariff.dayAt(day).slots.findLast(({ fare, end }) => fare !== undefined && end > after)?.end
}
