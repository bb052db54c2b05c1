/** What only the clients of this protocol are told: what they ask for that is done elsewhere here, or not at all. */
import type { Texts } from '@2park/contract/language'

const byTheApp = {
  nl: 'Doe dit in de app van 2Park zelf.',
  en: 'Do this in the app of 2Park itself.',
}

export const texts = {
  noEmail: {
    nl: { title: 'Er is geen e-mailadres ingevuld.', detail: 'Vul uw e-mailadres in.' },
    en: { title: 'No e-mail address was filled in.', detail: 'Fill in your e-mail address.' },
  },
  noPassword: {
    nl: { title: 'Er is geen wachtwoord ingevuld.', detail: 'Vul uw wachtwoord in.' },
    en: { title: 'No password was filled in.', detail: 'Fill in your password.' },
  },
  secondStep: {
    nl: {
      title: 'Uw account heeft een tweede stap, en die kan deze app niet vragen.',
      detail: 'Log in bij 2Park zelf, of zet de tweede stap uit in de instellingen.',
    },
    en: {
      title: 'Your account has a second step, which this app cannot ask for.',
      detail: 'Sign in to 2Park itself, or remove the second step in the settings.',
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
} as const satisfies Readonly<Record<string, Texts>>
