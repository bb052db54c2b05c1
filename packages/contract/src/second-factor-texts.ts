/** What the refusals about second factors and passkeys say to people. */
import type { Texts } from './language.ts'
import type { SecondFactorRefusal } from './problems.ts'

export const secondFactorTexts: Readonly<Record<SecondFactorRefusal, Texts>> = {
  passwordNeeded: {
    nl: {
      title: 'Wij willen zeker weten dat u het bent.',
      detail: 'Vul uw wachtwoord in en probeer het opnieuw.',
    },
    en: {
      title: 'We want to be sure that it is you.',
      detail: 'Enter your password and try again.',
    },
  },
  passwordWrong: {
    nl: {
      title: 'Dit is niet uw wachtwoord.',
      detail: 'Vul het wachtwoord in waarmee u nu inlogt.',
    },
    en: {
      title: 'This is not your password.',
      detail: 'Enter the password that you sign in with now.',
    },
  },
  codeWrong: {
    nl: {
      title: 'Deze code klopt niet, of is al gebruikt.',
      detail: 'Wacht op de volgende code van uw app, of gebruik een herstelcode.',
    },
    en: {
      title: 'This code is not right, or was used before.',
      detail: 'Wait for the next code of your app, or use a recovery code.',
    },
  },
  authenticatorAppUnreadable: {
    nl: {
      title: 'Wij kunnen de codes van uw app niet meer controleren.',
      detail:
        'Dat ligt aan ons. Gebruik een herstelcode of een passkey, zet de app daarna bij de beveiliging uit, en stel haar opnieuw in.',
    },
    en: {
      title: 'We can no longer check the codes of your app.',
      detail:
        'That is our fault. Use a recovery code or a passkey, then switch the app off at security, and set it up again.',
    },
  },
  secondStepOver: {
    nl: {
      title: 'Het inloggen heeft te lang geduurd, of er waren te veel verkeerde codes.',
      detail: 'Log opnieuw in met uw e-mailadres en wachtwoord.',
    },
    en: {
      title: 'Signing in took too long, or there were too many wrong codes.',
      detail: 'Sign in with your e-mail address and password again.',
    },
  },
  authenticatorAppExists: {
    nl: {
      title: 'Er is al een authenticator-app ingesteld.',
      detail: 'Zet die eerst uit als u een andere app wilt gebruiken.',
    },
    en: {
      title: 'An authenticator app is set up already.',
      detail: 'Switch it off first if you want to use another app.',
    },
  },
  noSecondFactor: {
    nl: {
      title: 'Herstelcodes horen bij een tweede stap, en die is er niet.',
      detail: 'Stel eerst een authenticator-app of een passkey in.',
    },
    en: {
      title: 'Recovery codes go with a second step, and there is none.',
      detail: 'Set up an authenticator app or a passkey first.',
    },
  },
  passkeyNotAdded: {
    nl: {
      title: 'De passkey is niet toegevoegd.',
      detail: 'Begin opnieuw: misschien duurde het te lang, of is deze passkey al in gebruik.',
    },
    en: {
      title: 'The passkey was not added.',
      detail: 'Begin again: it may have taken too long, or this passkey is in use already.',
    },
  },
  tooManyPasskeys: {
    nl: {
      title: 'U heeft het maximum aantal passkeys.',
      detail: 'Verwijder eerst een passkey die u niet meer gebruikt.',
    },
    en: {
      title: 'You have the maximum number of passkeys.',
      detail: 'Remove a passkey that you no longer use first.',
    },
  },
}
