/** To the old address, so that whoever did not do it themselves knows. */
import { paragraph, type Letters } from '../letter.ts'

export type EmailChangedMail = {
  readonly kind: 'emailChanged'
  /** Such as `j•••@example.com`. */
  readonly newEmailMasked: string
}

export function emailChangedLetters({ newEmailMasked }: EmailChangedMail): Letters {
  return {
    nl: {
      subject: 'Uw e-mailadres is gewijzigd',
      blocks: [
        paragraph(
          `Uw account bij 2Park heeft een ander e-mailadres: ${newEmailMasked}. Daarmee logt u voortaan in.`,
        ),
        paragraph('Heeft u dit niet zelf gedaan? Bel dan meteen de helpdesk van uw gemeente.'),
      ],
    },
    en: {
      subject: 'Your e-mail address was changed',
      blocks: [
        paragraph(
          `Your 2Park account has another e-mail address: ${newEmailMasked}. From now on you sign in with that.`,
        ),
        paragraph('Was this not you? Then call the helpdesk of your municipality right away.'),
      ],
    },
  }
}
