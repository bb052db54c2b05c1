/**
 * A plate, parked on a product over an interval of time, and what that has cost so far.
 *
 * Whether a session is planned, running or ended follows from its interval and the clock, and is
 * never stored: nothing has to happen at 23:59:59 for a session to end (E5).
 */
import type { Amount } from './amount.ts'
import { isBefore, type Interval } from './interval.ts'
import type { Plate } from './plate.ts'

export type ParkingSession = {
  readonly id: string
  readonly plate: Plate
  readonly during: Interval
  /** The whole price of the session, charged when it was booked (E6). */
  readonly cost: Amount
  /** Somebody else than the asker booked it: it takes its place, and is theirs to extend. */
  readonly byAnother?: boolean
  /** In another location than the one that is asked about: it takes its place, and is no stay there. */
  readonly elsewhere?: boolean
}

export type SessionState = 'planned' | 'running' | 'ended'

/** At the moment of its end it has ended: a stretch of time does not hold its end (E5). */
export function stateOf(
  session: { readonly during: Interval },
  now: Temporal.Instant,
): SessionState {
  const { start, end } = session.during
  if (!isBefore(now, end)) return 'ended'
  return isBefore(now, start) ? 'planned' : 'running'
}

/** From this moment on, until the next of these, so many intervals hold at once. */
export type Concurrency = { readonly fromMs: number; readonly count: number }

/**
 * How many of the intervals hold at each moment of `during`: an entry wherever that changes, in
 * milliseconds since 1970, because a busy pool has hundreds of sessions to compare.
 */
export function concurrencyOver(intervals: readonly Interval[], during: Interval): Concurrency[] {
  const { startMs: first, endMs: last } = inMilliseconds(during)
  const steps: { fromMs: number; step: number }[] = []
  for (const each of intervals) {
    const { startMs, endMs } = inMilliseconds(each)
    const [from, until] = [Math.max(startMs, first), Math.min(endMs, last)]
    if (from < until) steps.push({ fromMs: from, step: 1 }, { fromMs: until, step: -1 })
  }
  // At one moment those that leave go before those that come: they take one place together.
  steps.sort((a, b) => a.fromMs - b.fromMs || a.step - b.step)
  let count = 0
  return steps.map(({ fromMs, step }) => {
    count += step
    return { fromMs, count }
  })
}

/** The highest number that hold at any one moment: not how many overlap `during` (G4). */
export function highestConcurrency(intervals: readonly Interval[], during: Interval): number {
  return concurrencyOver(intervals, during).reduce((most, { count }) => Math.max(most, count), 0)
}

function inMilliseconds({ start, end }: Interval) {
  return { startMs: start.epochMilliseconds, endMs: end.epochMilliseconds }
}
