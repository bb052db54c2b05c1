/**
 * How long it is until a moment, as one says it: minutes within two days, days beyond. It counts the
 * minutes between what two clocks show, so that 10:00 until 12:00 is two hours, whatever the seconds.
 */
import { formatDuration, type Locale, languageTags } from '@2park/web/format'

const minuteSeconds = 60
const daySeconds = 86_400
const inHoursUpToSeconds = 2 * daySeconds

export function timeTo(moment: string, now: Temporal.Instant, locale: Locale): string {
  const seconds = minuteOf(now)
    .until(minuteOf(Temporal.Instant.from(moment)))
    .total('seconds')
  if (seconds < inHoursUpToSeconds) {
    return formatDuration(Math.max(seconds, minuteSeconds), locale, 'long')
  }
  return new Intl.NumberFormat(languageTags[locale], {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
  }).format(Math.floor(seconds / daySeconds))
}

function minuteOf(moment: Temporal.Instant): Temporal.Instant {
  return moment.round({ smallestUnit: 'minute', roundingMode: 'floor' })
}
