/** The days that a session touches, as strips of paid and free stretches for people to look at. */
import { endOfDay, isBefore, type Interval } from '@2park/domain/interval'
import { paidPeriods } from '@2park/domain/paid-hours'
import type { Tariff } from '@2park/domain/tariff'

export type DayStrip = {
  readonly date: Temporal.PlainDate
  readonly stretches: readonly (Interval & { readonly paid: boolean })[]
}

/** More than a week of strips is nothing to look at. */
const mostDays = 8

/** Of today, and of every day of the interval if there is one. */
export function dayStrips(
  { tariff, timeZone }: { readonly tariff: Tariff; readonly timeZone: string },
  during: Interval | undefined,
  now: Temporal.Instant,
): DayStrip[] {
  const dateOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(timeZone).toPlainDate()
  const { start, end } = during ?? { start: now, end: now }
  const dates = new Map([[dateOf(now).toString(), dateOf(now)]])
  let date = dateOf(start)
  while (dates.size < mostDays && isBefore(midnightOf(date, timeZone), end)) {
    dates.set(date.toString(), date)
    date = date.add({ days: 1 })
  }
  return [...dates.values()]
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b))
    .map((each) => ({ date: each, stretches: stretchesOf(each, tariff, timeZone) }))
}

/** Without a gap from midnight to midnight. */
function stretchesOf(date: Temporal.PlainDate, tariff: Tariff, timeZone: string) {
  const start = midnightOf(date, timeZone)
  const end = endOfDay(start, timeZone)
  const stretches: (Interval & { paid: boolean })[] = []
  let from = start
  for (const period of paidPeriods(tariff, { start, end })) {
    if (isBefore(from, period.start))
      stretches.push({ start: from, end: period.start, paid: false })
    stretches.push({ start: period.start, end: period.end, paid: true })
    from = period.end
  }
  if (isBefore(from, end)) stretches.push({ start: from, end, paid: false })
  return stretches
}

function midnightOf(date: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return date.toZonedDateTime(timeZone).toInstant()
}
