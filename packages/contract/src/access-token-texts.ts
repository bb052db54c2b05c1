/** What the refusals about personal access tokens say. */
import type { Texts } from './language.ts'
import type { AccessTokenRefusal } from './problems.ts'

export const accessTokenTexts: Readonly<Record<AccessTokenRefusal, Texts>> = {
  tooManyAccessTokens: {
    nl: {
      title: 'U heeft al 20 toegangstokens en agenda-adressen.',
      detail: 'Trek er een in dat u niet meer gebruikt, en probeer het opnieuw.',
    },
    en: {
      title: 'You have 20 access tokens and calendar addresses already.',
      detail: 'Revoke one that you do not use any more, and try again.',
    },
  },
  tokenDayLimit: {
    nl: {
      title: 'Dit toegangstoken mag vandaag niet zoveel meer uitgeven.',
      detail: 'Kies een kortere tijd, parkeer in de app, of wacht tot morgen.',
    },
    en: {
      title: 'This access token may not spend that much any more today.',
      detail: 'Choose a shorter time, park in the app, or wait until tomorrow.',
    },
  },
}
