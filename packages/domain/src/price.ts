/**
 * What it costs to park over an interval, and the lines that say why (F4).
 *
 * Only time in frames that carry a fare counts. In money the exact cost is summed and rounded once;
 * in time the price is the paid time itself; in actions it is one for a session with any paid time.
 * Where there is no balance nothing is paid, and there is nothing to say why.
 */
import { difference, nothing, type Amount } from './amount.ts'
import type { Interval } from './interval.ts'
import { isPaid, spanOf, stretchesOf } from './slots.ts'
import { add, charged, emptyTally } from './tally.ts'
import type { Tariff } from './tariff.ts'

export type Price = {
  /** In the tariff's unit. */
  readonly total: Amount
  readonly paidSeconds: number
  /** In order of time. Their amounts sum to the total exactly. */
  readonly lines: readonly PriceLine[]
}

/** The part of the interval that lies in one paid time frame of one day. */
export type PriceLine = Interval & {
  readonly paidSeconds: number
  /** What the rounded total grew by: so that rounded lines sum to it. */
  readonly amount: Amount
  readonly fareCode: string
  /** The day's maximum took something off this line. */
  readonly capped: boolean
}

const free: Price = { total: nothing, paidSeconds: 0, lines: [] }

/** The interval is in whole seconds, as sessions are. */
export function price(tariff: Tariff, interval: Interval): Price {
  if (tariff.unit === 'none') return free
  const lines: PriceLine[] = []
  let tally = emptyTally
  let total = nothing
  for (const stretch of stretchesOf(tariff, spanOf(interval))) {
    if (!isPaid(stretch)) continue
    const { slot, start, end } = stretch
    tally = add(tariff, tally, stretch)
    const grown = charged(tally, tariff.unit)
    lines.push({
      // Making a moment is the dearest step of a price, so those that exist are used.
      start: start === slot.start ? slot.startsAt : interval.start,
      end: end === slot.end ? slot.endsAt : interval.end,
      paidSeconds: end - start,
      amount: difference(grown, total),
      fareCode: slot.fare.code,
      capped: tariff.unit === 'money' && tally.isCapped,
    })
    total = grown
  }
  return { total, paidSeconds: tally.paidSeconds, lines }
}
