/**
 * A plate, parked on a product over an interval of time, and what that has cost so far.
 *
 * Whether a session is planned, running or ended follows from its interval and the clock, and is
 * never stored: nothing has to happen at 23:59:59 for a session to end (E5).
 */
import type { Amount } from './amount.ts'
import { earliest, isBefore, latest, overlaps, type Interval } from './interval.ts'
import type { Plate } from './plate.ts'

export type ParkingSession = {
  readonly id: string
  readonly plate: Plate
  readonly during: Interval
  /** The whole price of the session, charged when it was booked (E6). */
  readonly cost: Amount
}

export type SessionState = 'planned' | 'running' | 'ended'

export function stateOf(
  session: { readonly during: Interval },
  now: Temporal.Instant,
): SessionState {
  const { start, end } = session.during
  if (!isBefore(now, end)) return 'ended'
  return isBefore(now, start) ? 'planned' : 'running'
}

/** From this moment on, until the next of these, so many intervals hold at once. */
export type Concurrency = { readonly from: Temporal.Instant; readonly count: number }

/** How many of the intervals hold at each moment of `during`; a new entry wherever it changes. */
export function concurrencyOver(intervals: readonly Interval[], during: Interval): Concurrency[] {
  const holds = (each: Interval) => isBefore(each.start, each.end) && overlaps(each, during)
  const steps = intervals
    .flatMap((each) =>
      holds(each)
        ? [
            { from: latest(each.start, during.start), step: 1 },
            { from: earliest(each.end, during.end), step: -1 },
          ]
        : [],
    )
    .toSorted((a, b) => Temporal.Instant.compare(a.from, b.from) || a.step - b.step)
  let count = 0
  return steps.map(({ from, step }) => {
    count += step
    return { from, count }
  })
}

/** The highest number that hold at any one moment: not how many overlap `during` (G4). */
export function highestConcurrency(intervals: readonly Interval[], during: Interval): number {
  return concurrencyOver(intervals, during).reduce((most, { count }) => Math.max(most, count), 0)
}
