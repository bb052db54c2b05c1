/** Where things lie on the strip of a day: as shares of its length, which may be 23 or 25 hours. */
import type { Stretch } from '@2park/web/moments'
import type { Quote } from './order.ts'

export type Day = Quote['days'][number]
export type Span = { readonly from: number; readonly to: number }

/** `charged` is what is both paid parking and chosen: what the price is made of. */
export type Segment = Span & { readonly kind: 'free' | 'paid' | 'charged' }

export type Strip = {
  /** From midnight to midnight without a gap. */
  readonly segments: readonly Segment[]
  /** The part of this day that the plate is parked. */
  readonly chosen: Span | undefined
}

export function stripOf(day: Day, during: Stretch): Strip {
  const share = scaleOf(day)
  const span = ({ start, end }: Stretch) => ({ from: share(start), to: share(end) })
  const chosen = overlap({ from: 0, to: 1 }, span(during))
  const segments = day.stretches.flatMap((stretch): readonly Segment[] => {
    if (!stretch.paid) return [{ ...span(stretch), kind: 'free' }]
    return splitBy(chosen, span(stretch))
  })
  return { segments, chosen }
}

/** A paid stretch, with the part of it that was chosen on its own. */
function splitBy(chosen: Span | undefined, paid: Span): readonly Segment[] {
  const charged = chosen && overlap(paid, chosen)
  if (charged === undefined) return [{ ...paid, kind: 'paid' }]
  const parts: readonly Segment[] = [
    { from: paid.from, to: charged.from, kind: 'paid' },
    { ...charged, kind: 'charged' },
    { from: charged.to, to: paid.to, kind: 'paid' },
  ]
  return parts.filter(({ from, to }) => from < to)
}

/** The longest part of a segment that no edge of the chosen part runs through: there a word can be read. */
export function clearPart({ from, to }: Span, chosen: Span | undefined): Span {
  const edges = [chosen?.from ?? from, chosen?.to ?? to].filter((at) => from < at && at < to)
  const cuts = [from, ...edges, to]
  const parts = cuts.slice(1).map((end, before) => ({ from: cuts[before] ?? from, to: end }))
  return parts.reduce((longest, part) => (lengthOf(part) > lengthOf(longest) ? part : longest))
}

function lengthOf({ from, to }: Span): number {
  return to - from
}

const markedHours = [0, 6, 12, 18, 24] as const

/** The hours written below the strip, by the wall clock. */
export function hourMarks(day: Day, zone: string) {
  const share = scaleOf(day)
  const midnight = Temporal.PlainDate.from(day.date)
  return markedHours.map((hour) => {
    const date = hour === 24 ? midnight.add({ days: 1 }) : midnight
    const plainTime = new Temporal.PlainTime(hour % 24)
    return {
      hour,
      at: share(date.toZonedDateTime({ timeZone: zone, plainTime }).toInstant().toString()),
    }
  })
}

/** The paid stretches of a day, those that touch taken as one. */
export function paidStretches(day: Day): Stretch[] {
  const joined: Stretch[] = []
  for (const { start, end, paid } of day.stretches) {
    const last = joined.at(-1)
    if (!paid) continue
    if (last?.end === start) joined[joined.length - 1] = { start: last.start, end }
    else joined.push({ start, end })
  }
  return joined
}

function scaleOf(day: Day): (instant: string) => number {
  const ms = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds
  const begin = ms(day.stretches[0]?.start ?? '1970-01-01T00:00Z')
  const end = ms(day.stretches.at(-1)?.end ?? '1970-01-02T00:00Z')
  return (instant) => (ms(instant) - begin) / (end - begin)
}

function overlap(a: Span, b: Span): Span | undefined {
  const from = Math.max(a.from, b.from)
  const to = Math.min(a.to, b.to)
  return from < to ? { from, to } : undefined
}
