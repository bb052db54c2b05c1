/** The last mail to somebody whose account was closed, so that whoever did not do it themselves knows. */
import { paragraph, type Letters } from '../letter.ts'

export type AccountClosedMail = { readonly kind: 'accountClosed' }

export function accountClosedLetters(): Letters {
  return {
    nl: {
      subject: 'Uw account is opgeheven',
      blocks: [
        paragraph(
          'Uw account bij 2Park is opgeheven. Uw e-mailadres, wachtwoord en favorieten zijn verwijderd; kentekens verdwijnen 13 weken na de parkeeractie.',
        ),
        paragraph(
          'Wilt u weer parkeren met uw product? Vraag uw gemeente dan om een nieuwe link. Heeft u dit niet zelf gedaan? Bel dan meteen de helpdesk van uw gemeente.',
        ),
      ],
    },
    en: {
      subject: 'Your account was closed',
      blocks: [
        paragraph(
          'Your 2Park account was closed. Your e-mail address, password and favourites were removed; plates go 13 weeks after the parking session.',
        ),
        paragraph(
          'Do you want to park with your product again? Then ask your municipality for a new link. Was this not you? Then call the helpdesk of your municipality right away.',
        ),
      ],
    },
  }
}
