/** To an address that asked for a new password and has no account (A8): as much as one who has gets to know. */
import { button, paragraph, smallPrint, type Letters } from '../letter.ts'

export type NoAccountMail = {
  readonly kind: 'noAccount'
  /** Where one signs in, with another address. */
  readonly address: string
}

export function noAccountLetters({ address }: NoAccountMail): Letters {
  return {
    nl: {
      subject: 'Er is geen account met dit e-mailadres',
      blocks: [
        paragraph(
          'U heeft gevraagd om een nieuw wachtwoord, maar met dit e-mailadres is er bij 2Park geen account. Misschien heeft u een account met een ander adres.',
        ),
        button('Log in met een ander adres', address),
        smallPrint('Heeft u hier niet om gevraagd? Dan hoeft u niets te doen.'),
      ],
    },
    en: {
      subject: 'There is no account with this e-mail address',
      blocks: [
        paragraph(
          'You asked for a new password, but 2Park has no account with this e-mail address. Perhaps you have an account with another address.',
        ),
        button('Sign in with another address', address),
        smallPrint('If you did not ask for this, you need not do anything.'),
      ],
    },
  }
}
