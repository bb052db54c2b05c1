/** The words of the lists that are mailed and downloaded, in both languages (B5). */
import type { Language } from '@2park/contract/language'
import type { Unit } from '@2park/domain/amount'
import type { TransactionKind } from './transaction-kind.ts'

type Words = {
  readonly sessions: string
  readonly transactions: string
  readonly plate: string
  readonly name: string
  readonly start: string
  readonly end: string
  readonly location: string
  readonly parkedBy: string
  readonly what: string
  readonly when: string
  readonly cost: string
  readonly amount: string
  readonly balanceAfter: string
  readonly units: Readonly<Record<Unit, string>>
  readonly title: (list: string, product: string) => string
  readonly note: (count: number) => string
  readonly kinds: Readonly<Record<TransactionKind, string>>
}

export const words: Readonly<Record<Language, Words>> = {
  nl: {
    sessions: 'Parkeeracties',
    transactions: 'Transacties',
    plate: 'Kenteken',
    name: 'Naam',
    start: 'Start',
    end: 'Einde',
    location: 'Locatie',
    parkedBy: 'Geparkeerd door',
    what: 'Wat',
    when: 'Wanneer',
    cost: 'Kosten',
    amount: 'Bedrag',
    balanceAfter: 'Saldo hierna',
    units: { money: 'euro', time: 'minuten', count: 'acties', none: '–' },
    title: (list, product) => `${list} van ${product}`,
    note: (count) => `Dit zijn de laatste ${count}. De hele lijst kunt u in 2Park downloaden.`,
    kinds: {
      parked: 'Geparkeerd',
      extended: 'Verlengd',
      stopped: 'Gestopt',
      deleted: 'Verwijderd',
      topUp: 'Opgewaardeerd',
      topUpReversed: 'Opwaardering teruggedraaid',
      grant: 'Toegekend door de gemeente',
      lapsed: 'Vervallen',
      delegated: 'Gegeven aan een gemachtigde',
      delegationReturned: 'Terug van een gemachtigde',
      correction: 'Correctie',
    },
  },
  en: {
    sessions: 'Parking sessions',
    transactions: 'Transactions',
    plate: 'Plate',
    name: 'Name',
    start: 'Start',
    end: 'End',
    location: 'Location',
    parkedBy: 'Parked by',
    what: 'What',
    when: 'When',
    cost: 'Cost',
    amount: 'Amount',
    balanceAfter: 'Balance after',
    units: { money: 'euros', time: 'minutes', count: 'actions', none: '–' },
    title: (list, product) => `${list} of ${product}`,
    note: (count) => `These are the latest ${count}. The whole list can be downloaded in 2Park.`,
    kinds: {
      parked: 'Parked',
      extended: 'Extended',
      stopped: 'Stopped',
      deleted: 'Deleted',
      topUp: 'Topped up',
      topUpReversed: 'Top-up taken back',
      grant: 'Given by the municipality',
      lapsed: 'Lapsed',
      delegated: 'Given to someone you authorised',
      delegationReturned: 'Back from someone you authorised',
      correction: 'Correction',
    },
  },
}
