/**
 * What a session has come to so far, as it is walked through frame by frame.
 *
 * Each fare keeps a count of its own of the paid time, which free time in between does not stop, and
 * which begins anew on the next parking day unless the municipality lets it run all session. What
 * lies beyond the day's maximum is forgiven.
 */
import { amount, nothing, type Amount, type Unit } from './amount.ts'
import { centsRoundedHalfUp, difference, lesser, sum, zero, type Decimal } from './decimal.ts'
import { costOf } from './fare.ts'
import { unreachable } from './invariant.ts'
import type { PaidStretch } from './slots.ts'
import type { Tariff } from './tariff.ts'

export type Tally = {
  readonly paidSeconds: number
  /** Exact euros, with each day at most its maximum. */
  readonly cost: Decimal
  /** Paid seconds by fare code, since the count began. */
  readonly counts: Counts
  /** The parking day under way: its number, its cost without a maximum, and the cost before it. */
  readonly day: { readonly number: number; readonly uncapped: Decimal; readonly before: Decimal }
  /** The maximum took something off the last stretch. */
  readonly isCapped: boolean
}

/** A day has a fare or two: a list is quicker than a map. */
type Counts = readonly { readonly code: string; readonly seconds: number }[]

const noCounts: Counts = []

export const emptyTally: Tally = {
  paidSeconds: 0,
  cost: zero,
  counts: noCounts,
  day: { number: Number.NaN, uncapped: zero, before: zero },
  isCapped: false,
}

/** The tally after one more stretch, which must come after all that was added before. */
export function add(tariff: Tariff, tally: Tally, { slot, start, end }: PaidStretch): Tally {
  const isSameDay = tally.day.number === slot.day
  const counts = isSameDay || tariff.paidMinutesCount === 'perSession' ? tally.counts : noCounts
  const { before, uncapped } = isSameDay ? tally.day : { before: tally.cost, uncapped: zero }

  const { code, bands } = slot.fare
  const counted = counts.find((count) => count.code === code)?.seconds ?? 0
  const seconds = counted + end - start
  const cost = difference(costOf(bands, seconds), costOf(bands, counted))
  const today = sum(uncapped, cost)
  const maximum = slot.maximumPerDay ?? today
  return {
    paidSeconds: tally.paidSeconds + end - start,
    cost: sum(before, lesser(today, maximum)),
    counts: [...counts.filter((count) => count.code !== code), { code, seconds }],
    day: { number: slot.day, uncapped: today, before },
    isCapped: maximum < today,
  }
}

/** Money is rounded here and nowhere else: once for the whole of what was parked (P2). */
export function charged({ paidSeconds, cost }: Tally, unit: Unit): Amount {
  switch (unit) {
    case 'money':
      return centsRoundedHalfUp(cost)
    case 'time':
      return amount(paidSeconds)
    case 'count':
      return amount(paidSeconds > 0 ? 1 : 0)
    case 'none':
      return nothing
    default:
      return unreachable(unit)
  }
}
