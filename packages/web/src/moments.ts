/**
 * Moments and intervals in words, in the organisation's zone and never in the phone's: a resident
 * abroad still reads at what time the meter at home runs.
 */
import { languageTags, type Locale } from './format.ts'

export type Stretch = { readonly start: string; readonly end: string }

/** In whose words, and by which wall clock. */
export type Wording = { readonly locale: Locale; readonly zone: string }

/** "14:05" */
export function formatTime(instant: string, { locale, zone }: Wording): string {
  return new Intl.DateTimeFormat(languageTags[locale], {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(Temporal.Instant.from(instant).epochMilliseconds)
}

/** "zondag 22 november" or short "zo 22 nov" */
export function formatDay(instant: string, wording: Wording, style: 'long' | 'short'): string {
  return new Intl.DateTimeFormat(languageTags[wording.locale], {
    weekday: style,
    day: 'numeric',
    month: style,
    timeZone: wording.zone,
  }).format(Temporal.Instant.from(instant).epochMilliseconds)
}

/** "vandaag 14:05"; of a day that may be weeks ago "zondag 22 november 14:05". */
export function formatPast(instant: string, wording: Wording, now: Temporal.Instant): string {
  const day = nearDay(instant, wording, now) ?? formatDay(instant, wording, 'long')
  return `${day} ${formatTime(instant, wording)}`
}

/** "22 november 2026", for a date without a time. */
export function formatDate(date: string, { locale }: Pick<Wording, 'locale'>): string {
  return new Intl.DateTimeFormat(languageTags[locale], {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(Temporal.Instant.from(`${date.slice(0, 10)}T12:00Z`).epochMilliseconds)
}

/** "zondag 22 november, 14:05–23:59"; over midnight "zo 22 nov 14:05 – ma 23 nov 09:00". */
export function formatInterval(
  interval: Stretch,
  wording: Wording,
  style: 'long' | 'short' = 'long',
): string {
  return spoken(interval, wording, formatDay(interval.start, wording, style))
}

/** The same in short, with today and tomorrow called by those names. */
export function formatNearInterval(
  interval: Stretch,
  wording: Wording,
  now: Temporal.Instant,
): string {
  const day = nearDay(interval.start, wording, now) ?? formatDay(interval.start, wording, 'short')
  return spoken(interval, wording, day)
}

function spoken(interval: Stretch, wording: Wording, startDay: string): string {
  const end = writtenEnd(interval.end, wording.zone)
  const startTime = formatTime(interval.start, wording)
  const endTime = formatTime(end, wording)
  if (dateOf(interval.start, wording.zone) === dateOf(end, wording.zone)) {
    return `${startDay}, ${startTime}–${endTime}`
  }
  const startShort = formatDay(interval.start, wording, 'short')
  return `${startShort} ${startTime} – ${formatDay(end, wording, 'short')} ${endTime}`
}

/** "vandaag", "morgen"; undefined for a day that has no such name. */
function nearDay(instant: string, { locale, zone }: Wording, now: Temporal.Instant) {
  const days = now
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .until(Temporal.PlainDate.from(dateOf(instant, zone))).days
  if (Math.abs(days) > 1) return undefined
  return new Intl.RelativeTimeFormat(languageTags[locale], { numeric: 'auto' }).format(days, 'day')
}

/** Inside, a day ends at the next midnight; people write 23:59 of the day itself. */
export function writtenEnd(end: string, zone: string): string {
  const at = Temporal.Instant.from(end)
  const isMidnight = at.toZonedDateTimeISO(zone).toPlainTime().equals(new Temporal.PlainTime())
  return isMidnight ? at.subtract({ seconds: 1 }).toString() : end
}

/** How many days of the calendar an interval lies on. */
export function daysTouched({ start, end }: Stretch, zone: string): number {
  const last = Temporal.PlainDate.from(dateOf(writtenEnd(end, zone), zone))
  return Temporal.PlainDate.from(dateOf(start, zone)).until(last).days + 1
}

/** The calendar date of a moment, as a date field has it. */
export function dateOf(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** "14:05" as a time field has it, whatever the language. */
export function timeOf(instant: string, zone: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
}

/** The moment that a date field and a time field say together; undefined while they say none. */
export function momentOf(
  { date, time }: { readonly date: string; readonly time: string },
  zone: string,
): Temporal.Instant | undefined {
  try {
    return Temporal.PlainDate.from(date)
      .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
      .toInstant()
  } catch {
    return undefined
  }
}

/** The end that a person means by these fields: 23:59 is the end of the day, not a minute before. */
export function endOf(
  fields: { readonly date: string; readonly time: string },
  zone: string,
): Temporal.Instant | undefined {
  const at = momentOf(fields, zone)
  return at !== undefined && fields.time.startsWith('23:59') ? endOfDay(at, zone) : at
}

/** The midnight that ends the day of this moment. */
export function endOfDay(at: Temporal.Instant, zone: string): Temporal.Instant {
  return at
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime(zone)
    .toInstant()
}
