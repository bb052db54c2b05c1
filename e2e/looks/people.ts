/** Whose pages are photographed: the usual resident, and those who have much, little or long names. */
import type { ResidentGiven } from '#support/town.ts'
import type { Stage } from './scene.ts'

const demoPassword = 'waterdam parkeert graag'
export const anna = { email: 'anna@example.com', password: demoPassword }
export const emma = { email: 'emma@example.com', password: demoPassword }
export const finn = { email: 'finn@example.com', password: demoPassword }

export const usual = {
  balance: 88_60,
  names: { municipality: 'Waterdam', area: 'Binnenstad-Noord' },
} satisfies ResidentGiven

export const richest = { ...usual, balance: 12_345_67 } satisfies ResidentGiven

export const longest = {
  balance: 12_345_67,
  delegations: 'plateOptional',
  names: {
    product: 'Bezoekersregeling mantelzorgers en gasten Binnenstad-Noord',
    municipality: 'Nieuwerkerk-Duivenvoorde aan de Hollandsche IJssel',
    area: 'Schildersbuurt-Oost en omgeving Stationskwartier',
    email:
      'wilhelmina.van.der.vlist-oldenbarneveldt-schimmelpenninck@voorbeeldig-lang-domein.example',
  },
} satisfies ResidentGiven

export const buyer = {
  ...usual,
  balance: 5_00,
  topUps: {
    options: [
      { priceCents: 10_00, gives: 10_00 },
      { priceCents: 20_00, gives: 22_00 },
      { priceCents: 50_00, gives: 60_00 },
    ],
  },
} satisfies ResidentGiven

export const streets = {
  ...usual,
  kind: 'prepaid',
  locations: { Havenwijk: '0.02', Marktkwartier: '0.06', 'Stadspark-Zuid en omgeving': '0.01' },
} satisfies ResidentGiven

export const oneCar = {
  ...usual,
  kind: 'temporaryPlate',
  unit: 'none',
  plates: ['GBB01B'],
} satisfies ResidentGiven

export const twoCars = {
  ...usual,
  kind: 'plateSwitch',
  unit: 'none',
  plates: ['GBB01B', '1KNP65'],
} satisfies ResidentGiven

export const firm = {
  ...usual,
  kind: 'pool',
  unit: 'none',
  rightsBought: 3,
} satisfies ResidentGiven

/** The clock of every scene: a Monday, an hour after parking began to be paid for. */
export const now = '2026-11-23T10:00:00+01:00'

export async function addFavourites({ send }: Stage, more: readonly Favourite[] = []) {
  for (const [name, number, country = 'NL'] of [...fewFavourites, ...more]) {
    await send('POST', '/products/{product}/favourites', { name, plate: { number, country } })
  }
}

type Favourite = readonly [name: string, number: string, country?: string]

const fewFavourites: readonly Favourite[] = [
  ['Oma Riet', '36TPHS'],
  ['Loodgieter', 'VX823K'],
  ['Karel', '5XKL08'],
]

export const moreFavourites: readonly Favourite[] = [
  ['WWWWWWWWWW', 'MAB1234X', 'D'],
  ['Jan', '1ABC234', 'B'],
  ...Array.from({ length: 7 }, (_, n): Favourite => [`Bezoek ${n + 1}`, `GBB0${n + 1}B`]),
]

type Wanted = {
  readonly number: string
  readonly country?: string
  readonly start?: string
  readonly end: string
}

export async function park({ send }: Stage, { number, country = 'NL', start, end }: Wanted) {
  const when = { ...(start && { start: instant(start) }), end: instant(end) }
  const plate = { number, country }
  return send('POST', '/products/{product}/parking-sessions', { plate, ...when })
}

/** Of the day of every scene, or of a day after it. */
const instant = (moment: string) =>
  Temporal.PlainDateTime.from(moment.includes('T') ? moment : `2026-11-23T${moment}`)
    .toZonedDateTime('Europe/Amsterdam')
    .toInstant()
    .toString()

/** A favourite who came an hour ago, a stranger from abroad, and one who comes tomorrow. */
export async function parkVisitors(stage: Stage) {
  await addFavourites(stage)
  await stage.town.setClock('2026-11-23T09:10:00+01:00')
  await park(stage, { number: '36TPHS', end: '11:30' })
  await stage.town.setClock(now)
  await park(stage, { number: 'MAB1234X', country: 'D', end: '22:00' })
  await park(stage, { number: 'VX823K', start: '2026-11-24T14:00', end: '2026-11-24T16:00' })
}

export async function parkForty(stage: Stage) {
  const letters = ['G', 'H', 'J', 'K'] as const
  for (const [n, letter] of letters
    .flatMap((each) => Array.from({ length: 10 }, () => each))
    .entries()) {
    await park(stage, { number: `${letter}BB0${n % 10}B`, end: n % 2 ? '22:00' : '13:00' })
  }
}
