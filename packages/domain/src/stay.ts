/** How long, how soon again, and whether at all one may stay: the register's limits beside the price. */
import { secondOf, type Interval } from './interval.ts'
import { momentOf, periodsOf, stretchesOf, type Span, type Stretch } from './slots.ts'
import type { Tariff } from './tariff.ts'

/** A week of frames, and after it the longest stay that the register holds: 4320 minutes. */
const sightSeconds = 10 * 86_400

/**
 * Where the register's longest stay (`maxdurationright`) ends a session that begins at `start`, or
 * undefined if it does not within ten days. Frames that adjoin with the same limit are one. In each,
 * the stay counts from the frame's start, or from the session's; who reaches the frame's end within
 * the limit goes on.
 */
export function longestStayEnd(
  tariff: Tariff,
  start: Temporal.Instant,
): Temporal.Instant | undefined {
  const from = secondOf(start)
  let stay: (Span & { readonly limit: number | undefined }) | undefined
  for (const stretch of stretchesOf(tariff, { start: from, end: from + sightSeconds })) {
    const limit = stretch.slot.frame.longestStayMinutes
    const goesOn = stay?.limit === limit && stay?.end === stretch.start
    stay = { start: goesOn && stay ? stay.start : stretch.start, end: stretch.end, limit }
    const last = limit === undefined ? Infinity : stay.start + limit * 60
    if (last < stay.end) return momentOf(last)
  }
  return undefined
}

/**
 * The least time in seconds between two sessions of one plate (`minparkinginterruption`), where the
 * second begins at `at`.
 */
export function leastInterruption(tariff: Tariff, at: Temporal.Instant): number {
  const start = secondOf(at)
  const [stretch] = stretchesOf(tariff, { start, end: start + 1 })
  return (stretch?.slot.frame.leastInterruptionMinutes ?? 0) * 60
}

/** When no right can be had at all (`claimrightpossible` N), within the interval. */
export function noRightPeriods(tariff: Tariff, interval: Interval): readonly Interval[] {
  return periodsOf(tariff, interval, hasNoRight)
}

function hasNoRight({ slot }: Stretch): boolean {
  return !slot.frame.rightPossible
}
