/** What it says to people when a delegation is refused, or parking by one (J). */
import type { Texts } from './language.ts'

export const delegationTexts = {
  revoked: {
    nl: {
      title: 'Uw machtiging voor dit product is ingetrokken.',
      detail: 'Kies een ander product, of vraag degene die u machtigde om een nieuwe machtiging.',
    },
    en: {
      title: 'Your authorisation for this product was revoked.',
      detail: 'Choose another product, or ask the person who authorised you for a new one.',
    },
  },
  plateNotAllowed: {
    nl: {
      title: 'Met dit kenteken mag u op dit product niet parkeren.',
      detail: 'Kies het kenteken van uw machtiging, of vraag om een machtiging voor dit kenteken.',
    },
    en: {
      title: 'You may not park this plate on this product.',
      detail: 'Choose the plate of your authorisation, or ask for an authorisation for this plate.',
    },
  },
  bookedByAnother: {
    nl: {
      title: 'Deze parkeeractie is door iemand anders gestart.',
      detail: 'Vraag diegene om te verlengen. Stoppen kunt u zelf.',
    },
    en: {
      title: 'Someone else started this parking session.',
      detail: 'Ask them to extend it. You can stop it yourself.',
    },
  },
  delegationNotOffered: {
    nl: {
      title: 'Bij dit product kunt u niemand machtigen.',
      detail: 'Meld uw bezoek zelf aan met een nieuwe parkeeractie.',
    },
    en: {
      title: 'This product does not allow authorisations.',
      detail: 'Register your visitor yourself with a new parking session.',
    },
  },
  delegateIsHolder: {
    nl: {
      title: 'Dit product is van uzelf.',
      detail: 'U kunt er al op parkeren. Gebruik het e-mailadres van degene die u wilt machtigen.',
    },
    en: {
      title: 'This product is your own.',
      detail: 'You can park on it already. Use the e-mail address of the person to authorise.',
    },
  },
  alreadyDelegated: {
    nl: {
      title: 'Er is op dit product al een machtiging voor deze persoon.',
      detail:
        'Een tweede is niet nodig. Wie machtigt, kan het deel van het saldo wijzigen, of de bestaande machtiging eerst intrekken.',
    },
    en: {
      title: 'That person has been authorised for this product already.',
      detail:
        'No second one is needed. Whoever authorises can change the part of the balance, or revoke the existing authorisation first.',
    },
  },
  plateRequired: {
    nl: {
      title: 'Een machtiging op dit product is voor één kenteken.',
      detail: 'Vul het kenteken in waarmee geparkeerd mag worden.',
    },
    en: {
      title: 'An authorisation for this product is for one plate.',
      detail: 'Enter the plate that may be parked.',
    },
  },
  allotmentTooHigh: {
    nl: {
      title: 'Zo veel saldo heeft u niet.',
      detail: 'Kies een kleiner deel, of waardeer eerst op als dat bij dit product kan.',
    },
    en: {
      title: 'Your balance is not that high.',
      detail: 'Choose a smaller part, or top up first if this product allows it.',
    },
  },
  wholeBalanceShared: {
    nl: {
      title: 'Met deze machtiging deelt u uw hele saldo.',
      detail: 'Trek de machtiging in en geef een nieuwe, als u liever een deel geeft.',
    },
    en: {
      title: 'With this authorisation you share your whole balance.',
      detail: 'Revoke it and give a new one if you would rather give a part.',
    },
  },
  tooManyDelegations: {
    nl: {
      title: 'U heeft het maximum aantal machtigingen.',
      detail: 'Trek eerst een machtiging in die niet meer nodig is.',
    },
    en: {
      title: 'You have the maximum number of authorisations.',
      detail: 'Revoke one that is no longer needed first.',
    },
  },
  delegationAccepted: {
    nl: {
      title: 'Deze machtiging is al geaccepteerd.',
      detail: 'Een nieuwe e-mail is niet nodig: degene die u machtigde, ziet het product al.',
    },
    en: {
      title: 'This authorisation has been accepted already.',
      detail: 'No new e-mail is needed: the person you authorised sees the product already.',
    },
  },
  delegationRevoked: {
    nl: {
      title: 'Deze machtiging is er niet meer.',
      detail: 'Ze is ingetrokken of opgezegd. Geef een nieuwe machtiging als die nodig is.',
    },
    en: {
      title: 'This authorisation has ended.',
      detail: 'It was revoked or given up. Give a new one if it is needed.',
    },
  },
  delegationExpired: {
    nl: {
      title: 'Het product waarop u mag parkeren, is verlopen.',
      detail: 'Vraag wie u machtigde of het wordt verlengd, en dan om een nieuwe machtiging.',
    },
    en: {
      title: 'The product on which you may park has expired.',
      detail:
        'Ask the person who authorised you whether it will be renewed, and for a new authorisation then.',
    },
  },
} as const satisfies Readonly<Record<string, Texts>>
