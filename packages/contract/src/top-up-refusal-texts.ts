/** What a refusal of a top-up says. The Dutch title of R2 (`topUpCap`) is the manual's, to the letter. */
import type { Texts } from './language.ts'
import type { RefusalCode } from './problems.ts'

type TopUpCode = Extract<RefusalCode, `topUp${string}`>

export const topUpRefusalTexts: Readonly<Record<TopUpCode, Texts>> = {
  topUpNotOffered: {
    nl: {
      title: 'Dit kan bij dit product niet worden opgewaardeerd.',
      detail:
        'Kies een bedrag dat bij dit product wordt aangeboden, of neem contact op met uw gemeente.',
    },
    en: {
      title: 'This top-up is not offered for this product.',
      detail: 'Choose an amount that is offered for this product, or contact your municipality.',
    },
  },
  topUpCap: {
    nl: {
      title:
        'Voor deze periode is het niet meer mogelijk om uw tegoed op te waarderen omdat het maximum bereikt is.',
      detail: 'Wacht tot de nieuwe periode begint, of kies een lager bedrag als dat er nog is.',
    },
    en: {
      title:
        'Topping up is no longer possible in this period, because the maximum has been reached.',
      detail: 'Wait until the new period begins, or choose a lower amount if there still is one.',
    },
  },
  topUpsUnfinished: {
    nl: {
      title: 'U heeft te veel betalingen die nog niet zijn afgerond.',
      detail: 'Rond er eerst een af, of wacht een kwartier tot ze verlopen.',
    },
    en: {
      title: 'You have too many payments that are not finished.',
      detail: 'Finish one of them first, or wait a quarter of an hour until they expire.',
    },
  },
  topUpUnderWay: {
    nl: {
      title: 'U heeft nog een betaling die niet is afgerond.',
      detail:
        'Rond die eerst af of annuleer die bij de bank, of wacht twintig minuten tot die verloopt.',
    },
    en: {
      title: 'You still have a payment that is not finished.',
      detail: 'Finish it first or cancel it at the bank, or wait twenty minutes until it expires.',
    },
  },
  topUpEnded: {
    nl: {
      title: 'Deze betaling is al afgerond.',
      detail: 'Bekijk hoe die is afgelopen, en begin zo nodig een nieuwe opwaardering.',
    },
    en: {
      title: 'This payment has already ended.',
      detail: 'See how it ended, and begin a new top-up if you need one.',
    },
  },
}
