/** After each change of how one signs in beside the password, so that whoever did not make it knows. */
import type { Language } from '@2park/contract/language'
import { momentTexts } from '../moment.ts'
import { paragraph, type Letter, type Letters } from '../letter.ts'

export type FactorChange =
  | 'authenticatorAppAdded'
  | 'authenticatorAppRemoved'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'recoveryCodesRenewed'

export type SecondFactorChangedMail = {
  readonly kind: 'secondFactorChanged'
  readonly change: FactorChange
  /** RFC 3339. */
  readonly when: string
}

type Words = { readonly subject: string; readonly said: (moment: string) => string }

const words: Readonly<Record<FactorChange, Readonly<Record<Language, Words>>>> = {
  authenticatorAppAdded: {
    nl: {
      subject: 'Inloggen met een authenticator-app is ingesteld',
      said: (moment) =>
        `Op ${moment} is bij uw account van 2Park een authenticator-app ingesteld. Na uw wachtwoord vragen wij voortaan om een code.`,
    },
    en: {
      subject: 'Signing in with an authenticator app is set up',
      said: (moment) =>
        `On ${moment} an authenticator app was set up for your 2Park account. From now on we ask for a code after your password.`,
    },
  },
  authenticatorAppRemoved: {
    nl: {
      subject: 'Inloggen met een authenticator-app is uitgezet',
      said: (moment) =>
        `Op ${moment} is de authenticator-app van uw account van 2Park uitgezet. Haar codes gelden niet meer.`,
    },
    en: {
      subject: 'Signing in with an authenticator app is switched off',
      said: (moment) =>
        `On ${moment} the authenticator app of your 2Park account was switched off. Its codes no longer hold.`,
    },
  },
  passkeyAdded: {
    nl: {
      subject: 'Er is een passkey toegevoegd',
      said: (moment) =>
        `Op ${moment} is bij uw account van 2Park een passkey toegevoegd. Daarmee kunt u zonder wachtwoord inloggen.`,
    },
    en: {
      subject: 'A passkey was added',
      said: (moment) =>
        `On ${moment} a passkey was added to your 2Park account. It signs you in without a password.`,
    },
  },
  passkeyRemoved: {
    nl: {
      subject: 'Er is een passkey verwijderd',
      said: (moment) =>
        `Op ${moment} is een passkey van uw account van 2Park verwijderd. Daarmee kan niemand meer inloggen.`,
    },
    en: {
      subject: 'A passkey was removed',
      said: (moment) =>
        `On ${moment} a passkey of your 2Park account was removed. Nobody can sign in with it any more.`,
    },
  },
  recoveryCodesRenewed: {
    nl: {
      subject: 'U heeft nieuwe herstelcodes',
      said: (moment) =>
        `Op ${moment} zijn voor uw account van 2Park nieuwe herstelcodes gemaakt. De vorige gelden niet meer.`,
    },
    en: {
      subject: 'You have new recovery codes',
      said: (moment) =>
        `On ${moment} new recovery codes were made for your 2Park account. The former ones no longer hold.`,
    },
  },
}

const notYou: Readonly<Record<Language, string>> = {
  nl: 'Heeft u dit niet zelf gedaan? Kies dan meteen een nieuw wachtwoord, met [Vergeten?] op de inlogpagina, en kijk bij Instellingen wat er bij uw account staat.',
  en: 'Was this not you? Then choose a new password right away, with [Forgotten?] on the sign-in page, and look under Settings at what your account has.',
}

export function secondFactorChangedLetters({ change, when }: SecondFactorChangedMail): Letters {
  const moment = momentTexts(when)
  const write = (language: Language): Letter => {
    const { subject, said } = words[change][language]
    return { subject, blocks: [paragraph(said(moment[language])), paragraph(notYou[language])] }
  }
  return { nl: write('nl'), en: write('en') }
}
