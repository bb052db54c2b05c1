/** How long it is until a moment, as one says it: minutes within a day, days beyond. */
import { formatDuration, type Locale, languageTags, roundedUpToMinute } from '@2park/web/format'

const daySeconds = 86_400
/** Up to two days one counts in hours. */
const inHoursUpToSeconds = 2 * daySeconds

export function timeTo(moment: string, now: Temporal.Instant, locale: Locale): string {
  const seconds = Math.max(0, now.until(moment).total('seconds'))
  if (seconds < inHoursUpToSeconds) {
    return formatDuration(roundedUpToMinute(seconds), locale, 'long')
  }
  return new Intl.NumberFormat(languageTags[locale], {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
  }).format(Math.floor(seconds / daySeconds))
}
