/**
 * What it costs to park over an interval, and the lines that say why (F4).
 *
 * Only time in frames that carry a fare counts. In money the exact cost is summed and rounded once;
 * in time the price is the paid time itself; in actions it is one for a session with any paid time.
 */
import { difference, type Amount } from './amount.ts'
import { decimalToString, difference as differenceOf } from './decimal.ts'
import type { Interval } from './interval.ts'
import { isPaid, momentOf, spanOf, stretchesOf, type PaidStretch } from './slots.ts'
import { add, charged, emptyTally, type Tally } from './tally.ts'
import type { Tariff } from './tariff.ts'

export type Price = {
  /** In the tariff's unit. */
  readonly total: Amount
  readonly paidSeconds: number
  /** In order of time; their amounts sum to the total exactly. */
  readonly lines: readonly PriceLine[]
}

/** The part of the interval that lies in one paid time frame of one day. */
export type PriceLine = Interval & {
  readonly paidSeconds: number
  readonly amount: Amount
  /** In money: euros before rounding. */
  readonly exact?: string
  readonly fareCode: string
  /** The day's maximum took something off this line. */
  readonly capped: boolean
}

/** Whole seconds count; a started second at either end is dropped. */
export function price(tariff: Tariff, interval: Interval): Price {
  const lines: PriceLine[] = []
  let tally = emptyTally
  for (const stretch of stretchesOf(tariff, spanOf(interval))) {
    if (!isPaid(stretch)) continue
    const next = add(tariff, tally, stretch)
    lines.push(lineOf(tariff, stretch, { from: tally, to: next }))
    tally = next
  }
  return { total: charged(tally, tariff.unit), paidSeconds: tally.paidSeconds, lines }
}

/** A line is what the total grew by, so that rounded lines sum to the rounded total. */
function lineOf(
  { unit }: Tariff,
  { start, end, slot }: PaidStretch,
  { from, to }: { readonly from: Tally; readonly to: Tally },
): PriceLine {
  const line = {
    start: start === slot.start ? slot.startsAt : momentOf(start),
    end: end === slot.end ? slot.endsAt : momentOf(end),
    paidSeconds: end - start,
    amount: difference(charged(to, unit), charged(from, unit)),
    fareCode: slot.fare.code,
    capped: unit === 'money' && to.isCapped,
  }
  if (unit !== 'money') return line
  return { ...line, exact: decimalToString(differenceOf(to.cost, from.cost)) }
}
