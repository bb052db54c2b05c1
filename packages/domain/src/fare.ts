/**
 * What a stretch of paid time costs under one fare.
 *
 * The register's own rule: every part of the fare that the count of paid time reaches into costs
 * its steps, and a step that has begun counts whole. A start fee is a first part of one minute, free
 * first minutes are a part that costs nothing, a day card is a step as long as a day.
 */
import { sum, times, zero, type Decimal } from './decimal.ts'
import { isValidOn, type Fare, type FarePart } from './regulation.ts'

/** A fare part in seconds: from, until (or `Infinity`), step, and what a step costs in euros. */
export type FareBand = {
  readonly from: number
  readonly until: number
  readonly step: number
  readonly amount: Decimal
}

/**
 * The fare as it is on one day, or undefined where its parts don't chain from the first minute to
 * an open end then. At every minute that the count reaches, the part that begins there and became
 * valid last is the one that holds: so a new version replaces an old one that was never closed.
 */
export function bandsOn(
  { parts }: Pick<Fare, 'parts'>,
  date: Temporal.PlainDate,
): readonly FareBand[] | undefined {
  const valid = parts.filter((part) => isValidOn(part.valid, date))
  const bands: FareBand[] = []
  let reached: number | undefined = 0
  while (reached !== undefined) {
    const part = lastToBecomeValid(valid, reached)
    if (!part) return undefined
    bands.push(bandOf(part))
    reached = part.untilMinute
  }
  return bands
}

/** Exact euros for the first `seconds` of the count. */
export function costOf(bands: readonly FareBand[], seconds: number): Decimal {
  let cost = zero
  for (const { from, until, step, amount } of bands) {
    if (seconds <= from) break
    cost = sum(cost, times(amount, Math.ceil((Math.min(seconds, until) - from) / step)))
  }
  return cost
}

function lastToBecomeValid(parts: readonly FarePart[], fromMinute: number): FarePart | undefined {
  return parts
    .filter((part) => part.fromMinute === fromMinute && (part.untilMinute ?? Infinity) > fromMinute)
    .toSorted((a, b) => Temporal.PlainDate.compare(b.valid.from, a.valid.from))[0]
}

function bandOf({ fromMinute, untilMinute, stepMinutes, amountPerStep }: FarePart): FareBand {
  return {
    from: fromMinute * 60,
    until: untilMinute === undefined ? Infinity : untilMinute * 60,
    step: stepMinutes * 60,
    amount: amountPerStep,
  }
}
