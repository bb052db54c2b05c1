/** Afterwards, so that whoever did not do it themselves knows (A8). */
import { momentTexts } from '../moment.ts'
import { paragraph, type Letters } from '../letter.ts'

export type PasswordChangedMail = {
  readonly kind: 'passwordChanged'
  /** RFC 3339. */
  readonly when: string
}

export function passwordChangedLetters({ when }: PasswordChangedMail): Letters {
  const moment = momentTexts(when)
  return {
    nl: {
      subject: 'Uw wachtwoord is gewijzigd',
      blocks: [
        paragraph(
          `Het wachtwoord van uw account bij 2Park is gewijzigd op ${moment.nl}. Op andere apparaten bent u uitgelogd.`,
        ),
        paragraph(
          'Heeft u dit niet zelf gedaan? Kies dan meteen een nieuw wachtwoord, met [Vergeten?] op de inlogpagina, en kijk bij Instellingen welke toegangstokens er zijn: die blijven gelden.',
        ),
      ],
    },
    en: {
      subject: 'Your password was changed',
      blocks: [
        paragraph(
          `The password of your 2Park account was changed on ${moment.en}. Other devices were signed out.`,
        ),
        paragraph(
          'Was this not you? Then choose a new password right away, with [Forgotten?] on the sign-in page, and look under Settings at which access tokens there are: they remain valid.',
        ),
      ],
    },
  }
}
