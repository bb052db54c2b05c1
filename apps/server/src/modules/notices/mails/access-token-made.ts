/** After a token or a calendar's address was made, so that whoever did not make it knows. */
import type { Language } from '@2park/contract/language'
import { button, paragraph, type Letters } from '../letter.ts'
import { momentTexts } from '../moment.ts'

export type AccessTokenMadeMail = {
  readonly kind: 'accessTokenMade'
  /** As its owner calls it. */
  readonly name: string
  readonly scope: 'read' | 'park' | 'calendar'
  /** The only product that it is for. */
  readonly productName?: string
  /** RFC 3339. */
  readonly when: string
  readonly address: string
}

const may: Readonly<Record<AccessTokenMadeMail['scope'], Readonly<Record<Language, string>>>> = {
  read: {
    nl: 'Wie het heeft, kan namens u meekijken',
    en: 'Whoever has it can look along in your name',
  },
  park: {
    nl: 'Wie het heeft, kan namens u parkeren',
    en: 'Whoever has it can park in your name',
  },
  calendar: {
    nl: 'Wie het adres heeft, ziet uw parkeeracties',
    en: 'Whoever has the address sees your parking sessions',
  },
}

export function accessTokenMadeLetters(mail: AccessTokenMadeMail): Letters {
  const { name, scope, productName, when, address } = mail
  const moment = momentTexts(when)
  const isCalendar = scope === 'calendar'
  return {
    nl: {
      subject: isCalendar ? 'Er is een agenda-adres gemaakt' : 'Er is een toegangstoken gemaakt',
      blocks: [
        paragraph(
          `Op ${moment.nl} is bij uw account van 2Park ${isCalendar ? 'een agenda-adres' : 'een toegangstoken'} gemaakt: ${name}. ${may[scope].nl}${productName ? ` met ${productName}` : ''}.`,
        ),
        paragraph(
          `Heeft u dit niet zelf gedaan? Trek ${isCalendar ? 'het agenda-adres' : 'het token'} dan meteen in, en kies een nieuw wachtwoord.`,
        ),
        button('Bekijk uw toegangstokens', address),
      ],
    },
    en: {
      subject: isCalendar ? 'A calendar address was made' : 'An access token was made',
      blocks: [
        paragraph(
          `On ${moment.en} ${isCalendar ? 'a calendar address' : 'an access token'} was made for your 2Park account: ${name}. ${may[scope].en}${productName ? ` with ${productName}` : ''}.`,
        ),
        paragraph(
          `Was this not you? Then revoke the ${isCalendar ? 'address' : 'token'} right away, and choose a new password.`,
        ),
        button('See your access tokens', address),
      ],
    },
  }
}
