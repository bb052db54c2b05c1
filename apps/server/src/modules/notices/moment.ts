/** A moment as people read it, in the time of the Netherlands: where an account is of no municipality. */
import type { Language } from '@2park/contract/language'

export function momentTexts(instant: string): Readonly<Record<Language, string>> {
  const moment = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Amsterdam')
  const inLocale = (locale: string) =>
    moment.toLocaleString(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
    })
  return { nl: inLocale('nl-NL'), en: inLocale('en-GB') }
}
