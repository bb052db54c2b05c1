/**
 * The rules of an area, made ready to price one product type's sessions there.
 *
 * Working out a day's frames takes a calendar; pricing a session only takes arithmetic. So a tariff
 * remembers the days it was asked about. The memory never shows: the same day is always the same.
 */
import type { Unit } from './amount.ts'
import { invariant } from './invariant.ts'
import { parkingDay, type ParkingDay } from './parking-day.ts'
import type { AreaRules } from './regulation.ts'

export type Tariff = {
  readonly unit: Unit
  readonly paidMinutesCount: AreaRules['paidMinutesCount']
  /** The parking day of a calendar date, in days since 1970. */
  readonly dayAt: (day: number) => ParkingDay
}

type TariffSource = {
  readonly rules: AreaRules
  readonly unit: Unit
  /** The product type's own fare (a visitor tariff), in every frame of the area that is paid. */
  readonly ownFareCode?: string | undefined
}

/** More than a year of them, so that the longest question asked finds its days again. */
const mostDaysRemembered = 512

/** A fault if the product type's own fare is none of the area's. */
export function compileTariff({ rules, unit, ownFareCode }: TariffSource): Tariff {
  invariant(
    ownFareCode === undefined || rules.fares.some(({ code }) => code === ownFareCode),
    `no such fare: ${ownFareCode}`,
  )
  const dayRules = { ...rules, ownFareCode }
  // Each place is for every 512th day: a day is found at once, and puts out one of another year.
  const remembered: (ParkingDay | undefined)[] = Array.from({ length: mostDaysRemembered })
  const dayAt = (number: number): ParkingDay => {
    const place = number & (mostDaysRemembered - 1)
    const known = remembered[place]
    if (known?.number === number) return known
    const found = parkingDay(dayRules, number)
    remembered[place] = found
    return found
  }
  return { unit, paidMinutesCount: rules.paidMinutesCount, dayAt }
}
