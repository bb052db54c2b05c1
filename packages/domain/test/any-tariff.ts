/** Arbitrary areas for fast-check: frames, nights, special days, fares and maxima, as towns have them. */
import fc from 'fast-check'
import { units } from '../src/amount.ts'
import { decimal } from '../src/decimal.ts'
import type {
  AreaRules,
  DateRange,
  DayType,
  FarePart,
  TimeFrame,
  Weekday,
} from '../src/regulation.ts'
import { compileTariff, type Tariff } from '../src/tariff.ts'

const valid: DateRange = { from: Temporal.PlainDate.from('2020-01-01') }
const from2026 = Temporal.PlainDate.from('2026-01-01')
const fareCodes = ['A', 'B'] as const
const amounts = ['0', '0.005556', '0.01666667', '0.04', '0.5', '1.07'].map(decimal)

const dayType: fc.Arbitrary<DayType> = fc.oneof(
  fc.integer({ min: 1, max: 7 }).map((weekday) => ({ weekday: weekday as Weekday })),
  fc.constant({ specialDay: 'EVENT' }),
)

const timeFrame: fc.Arbitrary<TimeFrame> = fc
  .record({
    day: dayType,
    fromMinute: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 1, max: 1200 }),
    fareCode: fc.constantFrom(...fareCodes),
    isPaid: fc.boolean(),
  })
  .map(({ day, fromMinute, length, fareCode, isPaid }) => {
    const untilMinute = fromMinute + length
    const frame = { day, valid, fromMinute, untilMinute, rightPossible: true }
    return isPaid ? Object.assign(frame, { fareCode }) : frame
  })

/** One to three parts that chain from the first minute to an open end. */
const fareParts: fc.Arbitrary<FarePart[]> = fc
  .array(
    fc.record({
      length: fc.integer({ min: 1, max: 200 }),
      stepMinutes: fc.constantFrom(1, 10, 15, 60, 1440),
      amountPerStep: fc.constantFrom(...amounts),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) =>
    parts.map(({ stepMinutes, amountPerStep }, index) => {
      const start = parts.slice(0, index).reduce((sum, { length }) => sum + length, 0)
      const part = { valid, fromMinute: start, stepMinutes, amountPerStep }
      const length = parts[index + 1] && parts[index]?.length
      return length === undefined ? part : Object.assign(part, { untilMinute: start + length })
    }),
  )

export const anyRules: fc.Arbitrary<AreaRules> = fc
  .record({
    timeFrames: fc.array(timeFrame, { minLength: 1, maxLength: 12 }),
    parts: fc.tuple(fareParts, fareParts),
    maximum: fc.option(fc.constantFrom('2.5', '10', '13.333'), { nil: undefined }),
    eventDays: fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 60 }),
    paidMinutesCount: fc.constantFrom('perDay' as const, 'perSession' as const),
  })
  .map(({ timeFrames, parts, maximum, eventDays, paidMinutesCount }) => {
    const plain = { code: 'ANY', valid, timeFrames }
    const regulation = maximum ? { ...plain, maximumPerDay: decimal(maximum) } : plain
    return {
      timeZone: 'Europe/Amsterdam',
      regulations: [{ valid, regulation }],
      fares: fareCodes.map((code, index) => ({ code, parts: parts[index] ?? [] })),
      specialDays: eventDays.map((days) => ({ date: from2026.add({ days }), name: 'EVENT' })),
      paidMinutesCount,
    }
  })

/** What has no balance has no price either. */
const pricedUnits = units.filter((unit) => unit !== 'none')

export const anyTariff: fc.Arbitrary<Tariff> = fc
  .tuple(anyRules, fc.constantFrom(...pricedUnits))
  .map(([rules, unit]) => compileTariff({ rules, unit }))

/** A moment of 2026, in whole seconds, often near a change of the clocks. */
export const anyMoment: fc.Arbitrary<Temporal.Instant> = fc
  .oneof(
    fc.record({ base: fc.constant('2026-01-01T00:00Z'), span: fc.constant(364 * 86_400) }),
    fc.record({ base: fc.constant('2026-03-28T20:00Z'), span: fc.constant(86_400) }),
    fc.record({ base: fc.constant('2026-10-24T20:00Z'), span: fc.constant(86_400) }),
  )
  .chain(({ base, span }) =>
    fc
      .integer({ min: 0, max: span })
      .map((seconds) => Temporal.Instant.from(base).add({ seconds })),
  )

/** Mostly hours, up to ten days. */
export const anySeconds: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 0, max: 8 * 3600 }),
  fc.integer({ min: 0, max: 10 * 86_400 }),
)
