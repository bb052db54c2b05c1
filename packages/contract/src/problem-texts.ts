/**
 * What every "no" of the API says to people, in both languages (B5). The record is complete by its
 * type: a problem without a text does not compile.
 */
import type { Texts } from './language.ts'
import type { ProblemCode, RefusalCode } from './problems.ts'
import { refusalTexts } from './refusal-texts.ts'

const otherTexts: Readonly<Record<Exclude<ProblemCode, RefusalCode>, Texts>> = {
  invalid: {
    nl: {
      title: 'De gegevens kloppen niet.',
      detail: 'Verbeter wat hieronder staat en probeer het opnieuw.',
    },
    en: {
      title: 'Something in the request is not right.',
      detail: 'Correct what is listed and try again.',
    },
  },
  signInFailed: {
    nl: {
      title: 'Inloggen is niet gelukt.',
      detail: 'Controleer het e-mailadres en het wachtwoord en probeer het opnieuw.',
    },
    en: {
      title: 'Signing in failed.',
      detail: 'Check the e-mail address and the password and try again.',
    },
  },
  secondFactorNeeded: {
    nl: {
      title: 'Uw wachtwoord klopt. Er is nog een tweede stap.',
      detail: 'Vul een code in van uw authenticator-app, of gebruik een passkey of herstelcode.',
    },
    en: {
      title: 'Your password is right. There is a second step.',
      detail: 'Enter a code of your authenticator app, or use a passkey or a recovery code.',
    },
  },
  passkeyRefused: {
    nl: {
      title: 'Inloggen met deze passkey is niet gelukt.',
      detail: 'Probeer het opnieuw, of log in met uw e-mailadres en wachtwoord.',
    },
    en: {
      title: 'Signing in with this passkey failed.',
      detail: 'Try again, or sign in with your e-mail address and password.',
    },
  },
  notSignedIn: {
    nl: { title: 'U bent niet ingelogd.', detail: 'Log in en probeer het opnieuw.' },
    en: { title: 'You are not signed in.', detail: 'Sign in and try again.' },
  },
  signedOutIdle: {
    nl: {
      title: 'U bent uitgelogd, omdat u een half uur niets deed.',
      detail: 'Log in: u komt terug op de pagina waar u was.',
    },
    en: {
      title: 'You were signed out, because you did nothing for half an hour.',
      detail: 'Sign in: you will be back on the page you were on.',
    },
  },
  signInExpired: {
    nl: {
      title: 'U bent uitgelogd, omdat u lang geleden inlogde.',
      detail: 'Log in: u komt terug op de pagina waar u was.',
    },
    en: {
      title: 'You were signed out, because you signed in long ago.',
      detail: 'Sign in: you will be back on the page you were on.',
    },
  },
  signInStolen: {
    nl: {
      title: 'U bent uitgelogd, omdat iemand anders uw inlog leek te gebruiken.',
      detail: 'Log in, en wijzig uw wachtwoord bij de instellingen.',
    },
    en: {
      title: 'You were signed out, because someone else seemed to be using your sign-in.',
      detail: 'Sign in, and change your password in the settings.',
    },
  },
  tokenNotAccepted: {
    nl: {
      title: 'Dit token wordt niet aanvaard.',
      detail:
        'Stuur in de kop Authorization: Bearer een token dat nog geldt, of maak een nieuw token.',
    },
    en: {
      title: 'This token is not accepted.',
      detail:
        'Send a token that still holds in the header Authorization: Bearer, or make a new token.',
    },
  },
  tokenScope: {
    nl: {
      title: 'Dit token is hier niet voor bedoeld.',
      detail: 'Maak bij de instellingen een token dat dit wel mag, of doe dit in de app.',
    },
    en: {
      title: 'This token is not meant for this.',
      detail: 'Make a token that may do this, in the settings, or do it in the app.',
    },
  },
  originNotAllowed: {
    nl: {
      title: 'Deze aanvraag komt van een andere website.',
      detail: 'Open 2Park zelf en probeer het daar opnieuw.',
    },
    en: {
      title: 'This request comes from another website.',
      detail: 'Open 2Park itself and try again there.',
    },
  },
  notFound: {
    nl: {
      title: 'Niet gevonden.',
      detail: 'Ga terug naar het overzicht: dit bestaat niet (meer), of het is niet van u.',
    },
    en: {
      title: 'Not found.',
      detail: 'Go back to the overview: this does not exist (any more), or it is not yours.',
    },
  },
  linkUnknown: {
    nl: {
      title: 'Deze link kennen we niet.',
      detail: 'Open de link nog eens vanuit de e-mail, en let op dat hij compleet is.',
    },
    en: {
      title: 'We do not know this link.',
      detail: 'Open the link from the e-mail once more, and mind that it is complete.',
    },
  },
  methodNotAllowed: {
    nl: {
      title: 'Dit kan hier niet.',
      detail: 'Gebruik een van de methoden die in de kop Allow staan.',
    },
    en: {
      title: 'That cannot be done here.',
      detail: 'Use one of the methods in the Allow header.',
    },
  },
  bodyTooLarge: {
    nl: { title: 'De aanvraag is te groot.', detail: 'Stuur hoogstens 64 kilobyte.' },
    en: { title: 'The request is too large.', detail: 'Send at most 64 kilobytes.' },
  },
  mediaTypeNotSupported: {
    nl: {
      title: 'Dit soort inhoud wordt niet begrepen.',
      detail: 'Stuur JSON, met de kop Content-Type: application/json.',
    },
    en: {
      title: 'This kind of content is not understood.',
      detail: 'Send JSON, with the header Content-Type: application/json.',
    },
  },
  idempotencyKeyReused: {
    nl: {
      title: 'Deze sleutel is al voor een andere aanvraag gebruikt.',
      detail: 'Gebruik voor elke nieuwe aanvraag een nieuwe Idempotency-Key.',
    },
    en: {
      title: 'This key was used for another request before.',
      detail: 'Use a new Idempotency-Key for every new request.',
    },
  },
  changedMeanwhile: {
    nl: {
      title: 'Iemand anders heeft dit intussen gewijzigd.',
      detail: 'Open het opnieuw en breng daar uw wijziging aan.',
    },
    en: {
      title: 'Somebody else has changed this meanwhile.',
      detail: 'Open it again, and make your change there.',
    },
  },
  tooManyRequests: {
    nl: { title: 'Te veel pogingen.', detail: 'Wacht even en probeer het dan opnieuw.' },
    en: { title: 'Too many attempts.', detail: 'Wait a moment and try again then.' },
  },
  fault: {
    nl: {
      title: 'Er ging iets mis bij ons.',
      detail:
        'Probeer het opnieuw. Gebeurt het weer, geef dan het nummer hieronder door aan de helpdesk.',
    },
    en: {
      title: 'Something went wrong on our side.',
      detail: 'Try again. If it happens again, quote the number given here to the helpdesk.',
    },
  },
  outage: {
    nl: {
      title: 'Dit lukt op dit moment niet.',
      detail:
        'Een systeem dat wij nodig hebben geeft geen antwoord. Probeer het over een paar minuten opnieuw.',
    },
    en: {
      title: 'This is not possible at the moment.',
      detail: 'A system that we need does not answer. Try again in a few minutes.',
    },
  },
}

export const problemTexts: Readonly<Record<ProblemCode, Texts>> = { ...refusalTexts, ...otherTexts }
