/** When a token of a remembered sign-in was used by two (A7): both are signed out, and its owner knows why. */
import { momentTexts } from '../moment.ts'
import { button, paragraph, type Letters } from '../letter.ts'

export type SignInStolenMail = {
  readonly kind: 'signInStolen'
  /** RFC 3339. */
  readonly when: string
  /** Of the settings, where one changes the password. */
  readonly address: string
}

export function signInStolenLetters({ when, address }: SignInStolenMail): Letters {
  const moment = momentTexts(when)
  return {
    nl: {
      subject: 'Iemand anders leek uw inlog te gebruiken',
      blocks: [
        paragraph(
          `Op ${moment.nl} werd een apparaat waarop u ingelogd blijft, uitgelogd: iemand anders leek dezelfde inlog te gebruiken.`,
        ),
        paragraph('Log opnieuw in en wijzig voor de zekerheid uw wachtwoord.'),
        button('Naar de instellingen', address),
      ],
    },
    en: {
      subject: 'Someone else seemed to be using your sign-in',
      blocks: [
        paragraph(
          `On ${moment.en} a device on which you stay signed in was signed out: someone else seemed to be using the same sign-in.`,
        ),
        paragraph('Sign in again and change your password to be safe.'),
        button('Go to the settings', address),
      ],
    },
  }
}
