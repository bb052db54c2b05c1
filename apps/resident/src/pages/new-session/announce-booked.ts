/** A word about what was booked: the list behind the sheet shows it, too. */
import { announce } from '@2park/web/announce'
import type { Wording } from '@2park/web/moments'
import { plateText } from '@2park/web/plate-typing'
import { m } from '#paraglide/messages.js'
import { presentLocale } from '#preferences.ts'
import type { Session } from '#sessions.ts'
import { stretchText } from '#stretch-text.ts'

export function announceBooked(session: Session, wording: Wording): void {
  announce(() => {
    const told = {
      plate: plateText(session.plate.number, session.plate.country),
      time: stretchText(session, { ...wording, locale: presentLocale() }, 'short'),
    }
    return session.state === 'planned' ? m.session_planned(told) : m.session_started(told)
  })
}
