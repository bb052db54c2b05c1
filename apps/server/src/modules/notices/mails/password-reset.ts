/** To who forgot the password: where to choose a new one (A8). */
import { button, paragraph, smallPrint, type Letters } from '../letter.ts'

export type PasswordResetMail = {
  readonly kind: 'passwordReset'
  readonly address: string
  readonly minutes: number
}

export function passwordResetLetters({ address, minutes }: PasswordResetMail): Letters {
  return {
    nl: {
      subject: 'Kies een nieuw wachtwoord',
      blocks: [
        paragraph('U heeft gevraagd om een nieuw wachtwoord voor uw account bij 2Park.'),
        button('Kies een nieuw wachtwoord', address),
        smallPrint(
          `De link werkt één keer en ${minutes} minuten lang. Heeft u hier niet om gevraagd? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.`,
        ),
      ],
    },
    en: {
      subject: 'Choose a new password',
      blocks: [
        paragraph('You asked for a new password for your 2Park account.'),
        button('Choose a new password', address),
        smallPrint(
          `The link works once, for ${minutes} minutes. If you did not ask for this, you need not do anything: your password stays as it is.`,
        ),
      ],
    },
  }
}
