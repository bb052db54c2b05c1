/** To the new address: who reads this may use it to sign in. */
import { button, paragraph, smallPrint, type Letters } from '../letter.ts'

export type EmailChangeMail = {
  readonly kind: 'emailChange'
  readonly address: string
  readonly minutes: number
}

export function emailChangeLetters({ address, minutes }: EmailChangeMail): Letters {
  return {
    nl: {
      subject: 'Bevestig uw nieuwe e-mailadres',
      blocks: [
        paragraph('U wilt dit e-mailadres gebruiken voor uw account bij 2Park.'),
        button('Bevestig dit e-mailadres', address),
        smallPrint(
          `De link werkt één keer en ${minutes} minuten lang. Heeft u hier niet om gevraagd? Dan hoeft u niets te doen.`,
        ),
      ],
    },
    en: {
      subject: 'Confirm your new e-mail address',
      blocks: [
        paragraph('You want to use this e-mail address for your 2Park account.'),
        button('Confirm this e-mail address', address),
        smallPrint(
          `The link works once, for ${minutes} minutes. If you did not ask for this, you need not do anything.`,
        ),
      ],
    },
  }
}
