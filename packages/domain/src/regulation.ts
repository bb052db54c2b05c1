/**
 * When an area charges, what a paid minute costs there, and how long one may stay.
 *
 * The shapes follow the open data of the national parking register (sets REGELING, TIJDVAK,
 * SPECIALE DAG, TARIEFBEREKENING, TARIEFDEEL), so that a municipality's real rules load as they
 * are. Every part has its own validity, because old versions stay needed for refunds.
 */
import type { Decimal } from './decimal.ts'

/** Calendar days `[from, until)`; an absent `until` is open. */
export type DateRange = {
  readonly from: Temporal.PlainDate
  readonly until?: Temporal.PlainDate
}

export function isValidOn({ from, until }: DateRange, date: Temporal.PlainDate): boolean {
  if (Temporal.PlainDate.compare(date, from) < 0) return false
  return until === undefined || Temporal.PlainDate.compare(date, until) < 0
}

/** 1 is Monday and 7 is Sunday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** A weekday, or the name of a special day: free text that a municipality invents. */
export type DayType =
  | { readonly weekday: Weekday; readonly specialDay?: undefined }
  | { readonly specialDay: string; readonly weekday?: undefined }

export type TimeFrame = {
  readonly day: DayType
  readonly valid: DateRange
  /** Minutes after the midnight that begins the day, 0 to 1439. */
  readonly fromMinute: number
  /** Minutes after the same midnight; 1440 is the end of the day, and more runs past midnight. */
  readonly untilMinute: number
  /** False where no right can be had at all in this frame (`claimrightpossible` N). */
  readonly rightPossible: boolean
  /** Absent where parking needs a right but costs nothing. */
  readonly fareCode?: string
  readonly longestStayMinutes?: number
  /** Least time between two sessions of one plate (`minparkinginterruption`). */
  readonly leastInterruptionMinutes?: number
  /** The register's `resetdurationtimeframe`, which it doesn't explain: kept, and priced by nothing. */
  readonly resetMinutes?: number
}

/**
 * Frames of one day type do not overlap. Where versions of them do, the one that became valid last
 * holds; time outside every frame is free.
 */
export type Regulation = {
  readonly code: string
  readonly valid: DateRange
  readonly timeFrames: readonly TimeFrame[]
  /** The most that one day can cost, in euros (`maximumdaycharge`). */
  readonly maximumPerDay?: Decimal
}

/** One price over a stretch of the paid minutes since the count began; a started step counts whole. */
export type FarePart = {
  readonly valid: DateRange
  readonly fromMinute: number
  readonly untilMinute?: number
  readonly stepMinutes: number
  /** Euros a step, as the register writes it: eight decimals, tax included. */
  readonly amountPerStep: Decimal
}

export type Fare = {
  readonly code: string
  readonly parts: readonly FarePart[]
}

export type SpecialDay = {
  readonly date: Temporal.PlainDate
  readonly name: string
}

/** All that is needed to price parking in one area, at any moment of its history. */
export type AreaRules = {
  readonly timeZone: string
  /** Which regulation holds over which dates. Where several do, the one that started last. */
  readonly regulations: readonly { readonly valid: DateRange; readonly regulation: Regulation }[]
  readonly fares: readonly Fare[]
  readonly specialDays: readonly SpecialDay[]
  /** Whether a fare's count of paid time begins anew each day. The register leaves it open. */
  readonly paidMinutesCount: 'perDay' | 'perSession'
}
