/**
 * What a refusal says to people, in both languages: which rule said no, and what to do next. The
 * Dutch titles of R1 (`balance`) and R3 (`maxConcurrent`) are the manual's, to the letter.
 */
import { accountRefusalTexts } from './account-refusal-texts.ts'
import { accessTokenTexts } from './access-token-texts.ts'
import { linkTexts } from './link-texts.ts'
import { delegationTexts } from './delegation-texts.ts'
import type { Texts } from './language.ts'
import type { RefusalCode } from './problems.ts'
import { secondFactorTexts } from './second-factor-texts.ts'
import { topUpRefusalTexts } from './top-up-refusal-texts.ts'

export const refusalTexts: Readonly<Record<RefusalCode, Texts>> = {
  blocked: {
    nl: {
      title: 'Dit product is geblokkeerd.',
      detail: 'Kies een ander product, of vraag uw gemeente waarom het geblokkeerd is.',
    },
    en: {
      title: 'This product is blocked.',
      detail: 'Choose another product, or ask your municipality why it is blocked.',
    },
  },
  expired: {
    nl: {
      title: 'Dit product is verlopen.',
      detail: 'Kies een ander product, of vraag een nieuw product aan bij uw gemeente.',
    },
    en: {
      title: 'This product has expired.',
      detail: 'Choose another product, or apply for a new one with your municipality.',
    },
  },
  sessionEnded: {
    nl: {
      title: 'Deze parkeeractie is al beëindigd.',
      detail: 'Start een nieuwe parkeeractie als het voertuig er nog staat.',
    },
    en: {
      title: 'This parking session has already ended.',
      detail: 'Start a new parking session if the vehicle is still there.',
    },
  },
  extensionNotAllowed: {
    nl: {
      title: 'Verlengen is bij dit product niet mogelijk.',
      detail: 'Start na afloop een nieuwe parkeeractie.',
    },
    en: {
      title: 'Sessions on this product cannot be extended.',
      detail: 'Start a new parking session when this one has ended.',
    },
  },
  startInPast: {
    nl: {
      title: 'De begintijd is al voorbij.',
      detail: 'Kies nu als begintijd, of een later moment.',
    },
    en: {
      title: 'The start time has already passed.',
      detail: 'Choose now as the start, or a later moment.',
    },
  },
  endBeforeStart: {
    nl: {
      title: 'De eindtijd ligt niet na de begintijd.',
      detail: 'Kies een eindtijd die na de begintijd ligt.',
    },
    en: {
      title: 'The end time is not after the start time.',
      detail: 'Choose an end time that is after the start time.',
    },
  },
  endNotLater: {
    nl: {
      title: 'De nieuwe eindtijd is niet later dan de huidige.',
      detail: 'Kies een latere eindtijd, of stop de parkeeractie als u eerder klaar bent.',
    },
    en: {
      title: 'The new end time is not later than the present one.',
      detail: 'Choose a later end time, or stop the parking session if you are done sooner.',
    },
  },
  tooFarAhead: {
    nl: {
      title: 'Zo ver vooruit kunt u niet plannen.',
      detail: 'Kies een begin- en eindtijd dichter bij vandaag.',
    },
    en: {
      title: 'You cannot plan that far ahead.',
      detail: 'Choose a start and end time closer to today.',
    },
  },
  validity: {
    nl: {
      title: 'Het product is niet de hele periode geldig.',
      detail: 'Kies een periode binnen de geldigheid van het product.',
    },
    en: {
      title: 'The product is not valid for the whole period.',
      detail: 'Choose a period within the validity of the product.',
    },
  },
  noRightPossible: {
    nl: {
      title: 'In deze periode kan hier niet met dit product worden geparkeerd.',
      detail: 'Kies een periode waarin parkeren wel is toegestaan.',
    },
    en: {
      title: 'This product does not allow parking here in this period.',
      detail: 'Choose a period in which parking is allowed.',
    },
  },
  endOfDay: {
    nl: {
      title: 'Parkeren kan niet langer dan tot het einde van de betaalde tijd van de dag.',
      detail:
        'Kies een eindtijd op dezelfde dag, en start de volgende dag een nieuwe parkeeractie als dat nodig is.',
    },
    en: {
      title: "Parking is possible until the end of the day's paid hours only.",
      detail: 'Choose an end time on the same day, and start a new session the next day if needed.',
    },
  },
  maxDuration: {
    nl: {
      title: 'Dit is langer dan de maximale parkeerduur.',
      detail: 'Kies een eerdere eindtijd.',
    },
    en: {
      title: 'This is longer than the longest parking time.',
      detail: 'Choose an earlier end time.',
    },
  },
  tooSoonAgain: {
    nl: {
      title: 'Dit kenteken heeft hier kort geleden al geparkeerd.',
      detail: 'Kies een later moment: tussen twee parkeeracties is een onderbreking verplicht.',
    },
    en: {
      title: 'This vehicle was parked here a short while ago.',
      detail: 'Choose a later moment: an interruption is required between two parking sessions.',
    },
  },
  plateAlreadyParked: {
    nl: {
      title: 'Dit kenteken heeft in deze periode al een parkeeractie.',
      detail: 'Verleng de parkeeractie die er al is, of begin nadat die is afgelopen.',
    },
    en: {
      title: 'This plate already has a parking session in this period.',
      detail: 'Extend the parking session that exists, or start after it has ended.',
    },
  },
  maxConcurrent: {
    nl: {
      title: 'Het maximum aantal gelijktijdige acties overschreden',
      detail:
        'Kies een periode waarin de parkeeracties elkaar niet overlappen, of stop eerst een andere parkeeractie.',
    },
    en: {
      title: 'The maximum number of simultaneous sessions is exceeded.',
      detail:
        'Choose a period in which the sessions do not overlap, or stop another session first.',
    },
  },
  balance: {
    nl: {
      title: 'Uw saldo is niet toereikend om op dit moment een parkeeractie te starten.',
      detail:
        'Kies een kortere tijd, waardeer eerst op als dat bij dit product kan, of wacht tot de volgende periode begint.',
    },
    en: {
      title: 'Your balance is too low to start a parking session now.',
      detail:
        'Choose a shorter time, top up first if this product allows it, or wait until the next period begins.',
    },
  },
  plateSwitchNotOffered: {
    nl: {
      title: 'Bij dit product wisselt u niet van kenteken.',
      detail: 'Kies een product met Kentekenswitch, of start een parkeeractie.',
    },
    en: {
      title: 'This product has no plate to switch.',
      detail: 'Choose a product with Plate switch, or start a parking session.',
    },
  },
  locationMissing: {
    nl: {
      title: 'Kies eerst waar u parkeert.',
      detail: 'Dit product geldt op meer dan één locatie, en het tarief hangt af van de locatie.',
    },
    en: {
      title: 'First choose where you park.',
      detail: 'This product is valid at more than one location, and the fare depends on it.',
    },
  },
  locationNotOffered: {
    nl: {
      title: 'Op deze locatie kunt u met dit product niet parkeren.',
      detail: 'Kies een van de locaties van dit product.',
    },
    en: {
      title: 'This product is not valid at that location.',
      detail: 'Choose one of the locations of this product.',
    },
  },
  sessionsNotOffered: {
    nl: {
      title: 'Met dit product start u geen parkeeracties.',
      detail: 'Kies bij Kentekenswitch het kenteken waarvoor het moet gelden.',
    },
    en: {
      title: 'This product has no parking sessions to start.',
      detail: 'Choose the plate that it should be valid for at Plate switch.',
    },
  },
  notBegun: {
    nl: {
      title: 'Deze parkeeractie is nog niet begonnen.',
      detail: 'Verwijder de geplande parkeeractie als u die niet nodig heeft.',
    },
    en: {
      title: 'This parking session has not begun yet.',
      detail: 'Delete the planned parking session if you do not need it.',
    },
  },
  alreadyBegun: {
    nl: {
      title: 'Deze parkeeractie is al begonnen.',
      detail: 'Stop de parkeeractie: u krijgt terug wat u niet gebruikt.',
    },
    en: {
      title: 'This parking session has already begun.',
      detail: 'Stop the parking session: what you do not use comes back.',
    },
  },
  favouriteExists: {
    nl: {
      title: 'Dit kenteken is al een favoriet.',
      detail: 'Verwijder eerst de bestaande favoriet als u de naam wilt wijzigen.',
    },
    en: {
      title: 'This plate is a favourite already.',
      detail: 'Remove the existing favourite first if you want to change its name.',
    },
  },
  tooManyFavourites: {
    nl: {
      title: 'U heeft het maximum aantal favorieten.',
      detail: 'Verwijder eerst een favoriet die u niet meer gebruikt.',
    },
    en: {
      title: 'You have the maximum number of favourites.',
      detail: 'Remove a favourite that you no longer use first.',
    },
  },
  ...accountRefusalTexts,
  ...delegationTexts,
  ...accessTokenTexts,
  ...linkTexts,
  ...secondFactorTexts,
  productUsable: {
    nl: {
      title: 'Dit product is nog te gebruiken.',
      detail: 'Alleen een verlopen of geblokkeerd product kunt u verwijderen.',
    },
    en: {
      title: 'This product can still be used.',
      detail: 'Only an expired or blocked product can be removed.',
    },
  },
  productInUse: {
    nl: {
      title: 'Er lopen nog parkeeracties op dit product, of er zijn er gepland.',
      detail: 'Stop of verwijder die eerst. Daarna kunt u het product verwijderen.',
    },
    en: {
      title: 'There are still parking sessions on this product, running or planned.',
      detail: 'Stop or delete those first. Then you can remove the product.',
    },
  },
  stopNotUndoable: {
    nl: {
      title: 'Het stoppen kan niet meer ongedaan worden gemaakt.',
      detail: 'Start een nieuwe parkeeractie als het voertuig er nog staat.',
    },
    en: {
      title: 'The stop can no longer be undone.',
      detail: 'Start a new parking session if the vehicle is still there.',
    },
  },
  ...topUpRefusalTexts,
}
