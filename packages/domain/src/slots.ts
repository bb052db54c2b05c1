/** The time frames that a stretch of time runs through, cut to that stretch, in whole seconds. */
import { interval, secondOf, type Interval } from './interval.ts'
import type { PaidSlot, Slot } from './parking-day.ts'
import type { Tariff } from './tariff.ts'

/** Seconds since 1970, `[start, end)`. */
export type Span = { readonly start: number; readonly end: number }

/** The part of a span that lies in one slot. */
export type Stretch = Span & { readonly slot: Slot }

export type PaidStretch = Stretch & { readonly slot: PaidSlot }

/** In order of time, and apart from each other; time outside every frame is in none. */
export function* stretchesOf(tariff: Tariff, { start, end }: Span): Generator<Stretch, void> {
  // The day before too, because its last slot may run past midnight.
  let number = dayOf(tariff, start) - 1
  for (let day = tariff.dayAt(number); day.start < end; day = tariff.dayAt(number)) {
    for (const slot of day.slots) {
      if (slot.end > start && slot.start < end) {
        yield { slot, start: Math.max(slot.start, start), end: Math.min(slot.end, end) }
      }
    }
    number += 1
  }
}

export function isPaid(stretch: Stretch): stretch is PaidStretch {
  return stretch.slot.fare !== undefined
}

/** The stretches that fit, each as long as nothing comes between: what a strip of the day shows. */
export function periodsOf(
  tariff: Tariff,
  within: Interval,
  fits: (stretch: Stretch) => boolean,
): readonly Interval[] {
  const periods: Span[] = []
  for (const stretch of stretchesOf(tariff, spanOf(within))) {
    if (fits(stretch)) joinTo(periods, stretch)
  }
  return periods.map(({ start, end }) => interval(momentOf(start), momentOf(end)))
}

/**
 * The calendar day that a second falls on, both counted since 1970. Zones are less than a day apart,
 * so the guess is near.
 */
export function dayOf(tariff: Tariff, second: number): number {
  let day = Math.floor(second / 86_400)
  while (second < tariff.dayAt(day).start) day -= 1
  while (second >= tariff.dayAt(day).end) day += 1
  return day
}

export function spanOf({ start, end }: Interval): Span {
  return { start: secondOf(start), end: secondOf(end) }
}

/** The way back from `secondOf`. */
export function momentOf(second: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(second * 1000)
}

function joinTo(periods: Span[], { start, end }: Span): void {
  const last = periods.at(-1)
  if (last?.end !== start) {
    periods.push({ start, end })
    return
  }
  periods[periods.length - 1] = { start: last.start, end }
}
