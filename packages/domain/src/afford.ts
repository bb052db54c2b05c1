/**
 * How long a budget lasts: the inverse of the price (G2).
 *
 * Exact, because it asks the same tally that prices: a second more would cost more than there is.
 */
import type { Amount } from './amount.ts'
import { secondOf } from './interval.ts'
import { isPaid, momentOf, stretchesOf, type PaidStretch } from './slots.ts'
import { add, charged, emptyTally, type Tally } from './tally.ts'
import type { Tariff } from './tariff.ts'

type Budget = {
  readonly start: Temporal.Instant
  /** In the tariff's unit. */
  readonly budget: Amount
  /** No end after this is looked for. */
  readonly horizon: Temporal.Instant
}

/**
 * The latest end in whole seconds, at most `horizon`, whose price is within the budget. Time that is
 * free, or that a started step or a reached maximum has paid for, is taken along.
 */
export function afford(tariff: Tariff, { start, budget, horizon }: Budget): Temporal.Instant {
  const span = { start: secondOf(start), end: Math.max(secondOf(start), secondOf(horizon)) }
  const fits = (tally: Tally) => charged(tally, tariff.unit) <= budget
  let tally = emptyTally
  for (const stretch of stretchesOf(tariff, span)) {
    if (!isPaid(stretch)) continue
    const next = add(tariff, tally, stretch)
    if (!fits(next)) {
      const before = tally
      return momentOf(latestEnd(stretch, (part) => fits(add(tariff, before, part))))
    }
    tally = next
  }
  return momentOf(span.end)
}

/**
 * The last second at which the stretch may end; it is known not to fit whole. Lengthening never
 * makes a price lower, so halving finds it.
 */
function latestEnd(stretch: PaidStretch, fits: (part: PaidStretch) => boolean): number {
  let affordable = stretch.start
  let tooLate = stretch.end
  while (tooLate - affordable > 1) {
    const end = Math.floor((affordable + tooLate) / 2)
    if (fits({ ...stretch, end })) affordable = end
    else tooLate = end
  }
  return affordable
}
