/** A week in March 2026 with a visitor product in it, for the tests of the decision. */
import { amount } from '../src/amount.ts'
import type { ExtendRequest, ParkingFacts, ProductRules, StartRequest } from '../src/asked.ts'
import { decimal } from '../src/decimal.ts'
import { interval } from '../src/interval.ts'
import { plate, type Plate } from '../src/plate.ts'
import { price } from '../src/price.ts'
import type { TimeFrame, Weekday } from '../src/regulation.ts'
import type { ParkingSession } from '../src/session.ts'
import { compileTariff, type Tariff } from '../src/tariff.ts'

export const timeZone = 'Europe/Amsterdam'
export const now = at('Mon 10:00')

export const mine = plate('GBB-01-B')
export const other = plate('12-AB-34')

/** Monday to Saturday from nine to six at €2.40 an hour; Sundays are free. */
export const daytime = ([1, 2, 3, 4, 5, 6] as const).map((weekday) => frame(weekday, 9, 18))

/** Reads 'Mon 10:00' in the first week of March 2026, which begins on Monday the second. */
export function at(text: string): Temporal.Instant {
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(text.slice(0, 3))
  const date = Temporal.PlainDate.from('2026-03-02').add({ days: day })
  return date.toZonedDateTime({ timeZone, plainTime: text.slice(4) }).toInstant()
}

export function shown(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO(timeZone)
  return `${local.toLocaleString('en', { weekday: 'short' })} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

export function frame(weekday: Weekday, from: number, until: number): TimeFrame {
  return {
    day: { weekday },
    valid: { from: Temporal.PlainDate.from('2020-01-01') },
    fromMinute: from * 60,
    untilMinute: until * 60,
    rightPossible: true,
    fareCode: 'VISITOR',
  }
}

export function tariffOf(
  timeFrames: readonly TimeFrame[],
  unit: ProductRules['unit'] = 'money',
): Tariff {
  const valid = { from: Temporal.PlainDate.from('2020-01-01') }
  const part = { valid, fromMinute: 0, stepMinutes: 1, amountPerStep: decimal('0.04') }
  const withoutRight = timeFrames.map(({ fareCode, ...rest }) =>
    rest.rightPossible && fareCode ? { ...rest, fareCode } : rest,
  )
  return compileTariff({
    unit,
    rules: {
      timeZone,
      regulations: [{ valid, regulation: { code: 'CENTRE', valid, timeFrames: withoutRight } }],
      fares: [{ code: 'VISITOR', parts: [part] }],
      specialDays: [],
      paidMinutesCount: 'perDay',
    },
  })
}

/** A generous product, but for what a test says of it. */
export function given(
  rules: Partial<ProductRules> = {},
  facts: Partial<ParkingFacts> = {},
): ParkingFacts {
  return {
    product: {
      valid: interval(at('Mon 08:00'), at('Sun 00:00').add({ hours: 24 * 30 })),
      blocked: false,
    },
    rules: {
      unit: 'money',
      endOfDayDeactivation: false,
      extensionAllowed: true,
      maxDaysAhead: 30,
      ...rules,
    },
    balance: amount(10_000),
    tariff: tariffOf(daytime),
    timeZone,
    sessions: [],
    ...facts,
  }
}

/** An area where a plate has to stay away for an hour, and a session of it. */
export function resting(start: string, end: string): Partial<ParkingFacts> {
  const tariff = tariffOf([{ ...frame(1, 9, 18), leastInterruptionMinutes: 60 }])
  return { tariff, sessions: [parked(mine, start, end)] }
}

export function parked(whose: Plate, start: string, end: string): ParkingSession {
  const during = interval(at(start), at(end))
  const cost = price(tariffOf(daytime), during).total
  return { id: `${whose.number} ${start}`, plate: whose, during, cost }
}

export function starting(start: string, end: string): StartRequest {
  return {
    kind: 'start',
    plate: mine,
    start: start === 'now' ? start : at(start),
    end: end === 'endOfDay' || end === 'open' ? end : at(end),
  }
}

export function extending(session: ParkingSession, end: string): ExtendRequest {
  return { kind: 'extend', sessionId: session.id, end: at(end) }
}
