import { announce } from '@2park/web/announce'
import { formatInterval, type Wording } from '@2park/web/moments'
import { plateText } from '@2park/web/plate-typing'
import { m } from '#paraglide/messages.js'
import { presentLocale } from '#preferences.ts'
import type { Session } from '#sessions.ts'

export function announceExtended(session: Session, wording: Wording): void {
  announce(() =>
    m.session_extended({
      plate: plateText(session.plate.number, session.plate.country),
      time: formatInterval(session, { ...wording, locale: presentLocale() }, 'short'),
    }),
  )
}
