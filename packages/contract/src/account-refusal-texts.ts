/** What refusals about accounts say to people, in both languages. */
import type { Texts } from './language.ts'
import type { RefusalCode } from './problems.ts'

export const accountRefusalTexts = {
  resetLinkInvalid: {
    nl: {
      title: 'Deze link werkt niet meer.',
      detail: 'Hij is verlopen of al gebruikt, of er is een nieuwere. Vraag een nieuwe link aan.',
    },
    en: {
      title: 'This link no longer works.',
      detail: 'It has expired or was used already, or there is a newer one. Ask for a new link.',
    },
  },
  emailLinkInvalid: {
    nl: {
      title: 'Deze link werkt niet meer.',
      detail:
        'Hij is verlopen of al gebruikt, of er is een nieuwere. Wijzig uw e-mailadres opnieuw bij de instellingen.',
    },
    en: {
      title: 'This link no longer works.',
      detail:
        'It has expired or was used already, or there is a newer one. Change your e-mail address again in the settings.',
    },
  },
  emailTaken: {
    nl: {
      title: 'Er is nu een ander account met dit e-mailadres.',
      detail: 'Gebruik dat account, of kies bij de instellingen een ander e-mailadres.',
    },
    en: {
      title: 'There is another account with this e-mail address now.',
      detail: 'Use that account, or choose another e-mail address in the settings.',
    },
  },
  sessionsNotEnded: {
    nl: {
      title: 'U heeft nog lopende of geplande parkeeracties.',
      detail: 'Stop of verwijder die eerst, of wacht tot ze zijn afgelopen.',
    },
    en: {
      title: 'You still have running or planned parking sessions.',
      detail: 'Stop or delete them first, or wait until they have ended.',
    },
  },
  accountExists: {
    nl: {
      title: 'Er is al een account met dit e-mailadres.',
      detail: 'Log in met dit e-mailadres. Bent u uw wachtwoord vergeten, kies dan een nieuw.',
    },
    en: {
      title: 'There is an account with this e-mail address already.',
      detail: 'Sign in with this e-mail address. If you forgot your password, choose a new one.',
    },
  },
  proofNotAccepted: {
    nl: {
      title: 'De controle dat u geen robot bent, is verlopen of al gebruikt.',
      detail: 'Probeer het opnieuw: uw apparaat doet de controle dan nog een keer.',
    },
    en: {
      title: 'The check that you are no robot has expired or was used already.',
      detail: 'Try again: your device then does the check once more.',
    },
  },
  pushServiceUnknown: {
    nl: {
      title: 'Deze browser krijgt zijn meldingen van een dienst die wij niet kennen.',
      detail: 'Kies voor meldingen per e-mail, of gebruik een andere browser.',
    },
    en: {
      title: 'This browser gets its notifications from a service that we do not know.',
      detail: 'Choose notifications by e-mail, or use another browser.',
    },
  },
} as const satisfies Partial<Readonly<Record<RefusalCode, Texts>>>
