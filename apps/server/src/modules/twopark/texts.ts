/** What only the clients of this protocol are told: what they ask for that is done elsewhere here, or not at all. */
import { invalidFieldTexts, type InvalidFieldCode } from '@2park/contract/invalid-field'
import type { Texts } from '@2park/contract/language'

const byTheApp = {
  nl: 'Doe dit in de app van 2Park zelf.',
  en: 'Do this in the app of 2Park itself.',
}

export const texts = {
  noEmail: {
    nl: { title: 'Er is geen e-mailadres ingevuld.', detail: 'Vul uw e-mailadres in.' },
    en: { title: 'No e-mail address was entered.', detail: 'Enter your e-mail address.' },
  },
  noPassword: {
    nl: { title: 'Er is geen wachtwoord ingevuld.', detail: 'Vul uw wachtwoord in.' },
    en: { title: 'No password was entered.', detail: 'Enter your password.' },
  },
  secondStep: {
    nl: {
      title: 'Uw account heeft een tweede stap, en die kan deze app niet vragen.',
      detail: 'Maak bij 2Park zelf een token voor deze app, en vul dat in als wachtwoord.',
    },
    en: {
      title: 'Your account has a second step, which this app cannot ask for.',
      detail: 'Make a token for this app at 2Park itself, and fill it in as the password.',
    },
  },
  closed: {
    nl: {
      title: 'Uw gemeente staat apps van anderen niet toe.',
      detail: byTheApp.nl,
    },
    en: {
      title: 'Your municipality does not allow apps of others.',
      detail: byTheApp.en,
    },
  },
  noAction: {
    nl: {
      title: 'Deze parkeeractie is er niet, of ze is al beëindigd.',
      detail: 'Ververs het overzicht van uw parkeeracties.',
    },
    en: {
      title: 'There is no such parking session, or it has already ended.',
      detail: 'Refresh the list of your parking sessions.',
    },
  },
  noHistory: {
    nl: {
      title: 'Er is geen historie om te versturen.',
      detail: 'Open eerst de historie van een product.',
    },
    en: { title: 'There is no history to send.', detail: 'Open the history of a product first.' },
  },
  noCodes: {
    nl: {
      title: 'Producten worden hier niet met een code en een pincode toegevoegd.',
      detail: 'Open de link in de e-mail van uw gemeente.',
    },
    en: {
      title: 'Products are not added by a code and a PIN here.',
      detail: 'Open the link in the e-mail from your municipality.',
    },
  },
  noAnonymousGrant: {
    nl: {
      title: 'Een machtiging gaat hier naar een e-mailadres.',
      detail: 'Vul het e-mailadres in van wie u wilt machtigen.',
    },
    en: {
      title: 'An authorisation goes to an e-mail address here.',
      detail: 'Enter the e-mail address of whom you want to authorise.',
    },
  },
  noLimitedGrant: {
    nl: {
      title: 'Een machtiging voor één keer of voor bepaalde tijd is er niet.',
      detail: 'Geef er een zonder die grens, en trek haar later in.',
    },
    en: {
      title: 'There is no authorisation for one use or for a limited time.',
      detail: 'Give one without that limit, and revoke it later.',
    },
  },
  notEqual: {
    nl: { title: 'De wachtwoorden zijn niet gelijk.', detail: 'Vul twee keer hetzelfde in.' },
    en: { title: 'The passwords are not the same.', detail: 'Enter the same one twice.' },
  },
} as const satisfies Readonly<Record<string, Texts>>

/** On a page that asks for no picture to be read. */
export function newPasswordTexts(publicUrl: URL): Texts {
  const { href } = new URL('/forgot-password', publicUrl)
  return {
    nl: {
      title: 'Een nieuw wachtwoord vraagt u bij 2Park zelf aan.',
      detail: `Ga naar ${href}.`,
    },
    en: { title: 'You ask for a new password at 2Park itself.', detail: `Go to ${href}.` },
  }
}

export function weakPasswordTexts(code: InvalidFieldCode): Texts {
  const detail = invalidFieldTexts[code]
  return {
    nl: { title: 'Dit wachtwoord kan niet.', detail: detail.nl },
    en: { title: 'This password is not possible.', detail: detail.en },
  }
}
