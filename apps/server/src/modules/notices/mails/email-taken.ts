/** To an address that somebody wants to change theirs to, while it has an account of its own. */
import { button, paragraph, smallPrint, type Letters } from '../letter.ts'

export type EmailTakenMail = {
  readonly kind: 'emailTaken'
  /** Where one signs in. */
  readonly address: string
}

export function emailTakenLetters({ address }: EmailTakenMail): Letters {
  return {
    nl: {
      subject: 'Dit e-mailadres heeft al een account',
      blocks: [
        paragraph(
          'U wilde dit e-mailadres gebruiken voor uw account bij 2Park, maar het heeft al een eigen account. Daarmee kunt u inloggen.',
        ),
        button('Log in', address),
        smallPrint('Heeft u hier niet om gevraagd? Dan hoeft u niets te doen.'),
      ],
    },
    en: {
      subject: 'This e-mail address has an account already',
      blocks: [
        paragraph(
          'You wanted to use this e-mail address for your 2Park account, but it has an account of its own already. You can sign in with that.',
        ),
        button('Sign in', address),
        smallPrint('If you did not ask for this, you need not do anything.'),
      ],
    },
  }
}
