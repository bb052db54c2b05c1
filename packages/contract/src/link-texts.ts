/** What refusals about links and issued products say; the other refusals are in `refusal-texts.ts`. */
import type { Texts } from './language.ts'
import type { RefusalCode } from './problems.ts'

type Code = Extract<
  RefusalCode,
  `link${string}` | 'productLinked' | 'productEnded' | 'holderUnknown'
>

export const linkTexts: Readonly<Record<Code, Texts>> = {
  linkUsed: {
    nl: {
      title: 'Deze link is al gebruikt.',
      detail: 'Log in: wat u met de link heeft geopend, staat daar al klaar.',
    },
    en: {
      title: 'This link has been used already.',
      detail: 'Sign in: what you opened with the link is waiting for you there.',
    },
  },
  linkSuperseded: {
    nl: {
      title: 'Er is een nieuwere link.',
      detail: 'Gebruik de link uit de laatste e-mail: die neemt de plaats van deze in.',
    },
    en: {
      title: 'There is a newer link.',
      detail: 'Use the link in the latest e-mail: it takes the place of this one.',
    },
  },
  linkExpired: {
    nl: {
      title: 'Deze link is verlopen.',
      detail:
        'Vraag om een nieuwe e-mail: in het loket van de gemeente, of bij wie u machtigde om te parkeren.',
    },
    en: {
      title: 'This link has expired.',
      detail:
        'Ask for a new e-mail: in the permit shop of the municipality, or from whoever authorised you to park.',
    },
  },
  linkOfSomeoneElse: {
    nl: {
      title: 'Deze link is voor een ander e-mailadres.',
      detail: 'Log uit, en log in met het e-mailadres waarop u de link kreeg.',
    },
    en: {
      title: 'This link is for another e-mail address.',
      detail: 'Sign out, and sign in with the e-mail address that the link was sent to.',
    },
  },
  productLinked: {
    nl: {
      title: 'Dit product is al gekoppeld.',
      detail: 'De houder kan inloggen en parkeren: een link is niet meer nodig.',
    },
    en: {
      title: 'This product has been linked already.',
      detail: 'The holder can sign in and park: no link is needed any more.',
    },
  },
  productEnded: {
    nl: {
      title: 'Dit product is beëindigd.',
      detail: 'Is er weer een nodig, dan kan dat worden aangevraagd in het loket van de gemeente.',
    },
    en: {
      title: 'This product has been ended.',
      detail:
        'If one is needed again, it can be applied for in the permit shop of the municipality.',
    },
  },
  holderUnknown: {
    nl: {
      title: 'Dit product is van niemand meer: de houder heeft het account opgeheven.',
      detail: 'Geef eerst het e-mailadres van wie het krijgt.',
    },
    en: {
      title: 'This product is nobody’s any more: its holder has closed their account.',
      detail: 'First give the e-mail address of whoever gets it.',
    },
  },
}
