import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brokenRules, grain, later, type Case } from '../test/plain-rules.ts'
import { given, tariffOf, timeZone } from '../test/visitor-product.ts'
import { amount, units } from './amount.ts'
import type { ParkingFacts, ParkingRequest } from './asked.ts'
import { decide, decideStop } from './decision.ts'
import { interval, isBefore, latest, overlaps } from './interval.ts'
import { isSamePlate, plate } from './plate.ts'
import { price } from './price.ts'
import type { TimeFrame, Weekday } from './regulation.ts'
import { stateOf, type ParkingSession } from './session.ts'

const plates = ['AB-12-CD', '1-ABC-23', 'GBB-01-B'].map((number) => plate(number))

const mostly = (value: boolean) => fc.constantFrom(...Array(9).fill(value), !value)
const sometimes = (value: fc.Arbitrary<number>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, value)

const anyFrame = fc.record({
  kind: fc.constantFrom('paid', 'paid', 'paid', 'paid', 'free', 'noRight'),
  longestStayMinutes: sometimes(fc.constantFrom(30, 60, 240)),
  leastInterruptionMinutes: fc.constantFrom(undefined, 15, 60),
})

/** Two frames a day, which may adjoin, on any of the days. */
const anyTimeFrames = fc
  .record({
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 4 }),
    cuts: fc.tuple(fc.nat(11), fc.integer({ min: 12, max: 18 }), fc.integer({ min: 19, max: 24 })),
    frames: fc.tuple(anyFrame, anyFrame),
  })
  .map(({ days, cuts: [first, second, third], frames: [early, late] }) =>
    days.flatMap((weekday) => [
      frameOf(weekday, [first, second], early),
      frameOf(weekday, [second, third], late),
    ]),
  )

const anyRules = fc.record({
  unit: fc.constantFrom(...units),
  endOfDayDeactivation: fc.boolean(),
  extensionAllowed: mostly(true),
  maxDurationSeconds: sometimes(fc.constantFrom(1_800, 7_200, 86_400)),
  maxConcurrent: fc.constantFrom(undefined, 1, 2, 3),
  maxDaysAhead: fc.constantFrom(0, 1, 3, 3),
})

const aDay = (24 * 60) / grain

const anyCase = fc
  .record({
    // An ordinary week, and the ones in which a day has 23 and 25 hours.
    date: fc.constantFrom('2026-03-02', '2026-03-28', '2026-10-24'),
    time: fc.integer({ min: aDay / 4, max: aDay }),
    timeFrames: anyTimeFrames,
    rules: anyRules,
    balance: fc.oneof(fc.nat(10), fc.nat(1_000), fc.constant(1_000_000)),
    blocked: mostly(false),
    valid: fc.tuple(
      fc.integer({ min: -2 * aDay, max: 30 }),
      fc.integer({ min: -10, max: 5 * aDay }),
    ),
    sessions: fc.array(fc.tuple(fc.nat(2), fc.integer({ min: -30, max: 60 }), fc.nat(40))),
    kind: fc.constantFrom('start', 'start', 'extend'),
    plate: fc.constantFrom(...plates),
    start: fc.oneof(fc.constant('now' as const), fc.integer({ min: -3, max: 60 })),
    end: fc.oneof(
      fc.constantFrom('endOfDay' as const, 'open' as const),
      fc.integer({ min: -3, max: 60 }),
      fc.integer({ min: 0, max: 2 * aDay }),
    ),
  })
  .map((parts): Case => {
    const { timeFrames, rules } = parts
    const midnight = Temporal.PlainDate.from(parts.date).toZonedDateTime(timeZone).toInstant()
    const now = later(midnight, parts.time)
    const tariff = tariffOf(timeFrames, rules.unit)
    const sessions = parts.sessions
      .map(([whose, start, length], index): ParkingSession => {
        const during = interval(later(now, start), later(now, start + length))
        const cost = price(tariff, during).total
        return { id: `session ${index}`, plate: plates[whose] ?? parts.plate, during, cost }
      })
      // One without a second was stopped as soon as it began, so that is over.
      .filter(
        (each) => isBefore(each.during.start, each.during.end) || stateOf(each, now) === 'ended',
      )
      .filter(isAlone)
      .filter(({ during }) => isBefore(now.subtract({ hours: 24 }), during.end))
    const validStart = later(now, parts.valid[0])
    const product = {
      valid: interval(validStart, latest(validStart, later(now, parts.valid[1]))),
      blocked: parts.blocked,
    }
    const facts = given(rules, { tariff, sessions, product, balance: amount(parts.balance) })
    const start = parts.start === 'now' ? parts.start : later(now, parts.start)
    const from = start === 'now' ? now : start
    const end = typeof parts.end === 'string' ? parts.end : later(from, parts.end)
    const [session] = sessions
    const request: ParkingRequest =
      parts.kind === 'extend' && session && typeof parts.end !== 'string'
        ? { kind: 'extend', sessionId: session.id, end: later(session.during.end, parts.end) }
        : { kind: 'start', plate: parts.plate, start, end }
    return { now, request, facts, timeFrames }
  })

test('G1–G4: the reasons are exactly the rules that are broken', () => {
  fc.assert(
    fc.property(anyCase, (each) => {
      const decision = decide(each.request, each.facts, each.now)
      const reasons = decision.outcome === 'refused' ? decision.reasons : []
      expect(reasons).toEqual(brokenRules(each))
    }),
    { numRuns: 1_000 },
  )
})

test('G5: every alternative is accepted when it is taken, for what it said it costs', () => {
  fc.assert(
    fc.property(anyCase, ({ request, facts, now }) => {
      for (const { request: taken, during, price: cost, charge } of offered(request, facts, now)) {
        const accepted = { outcome: 'accepted', during, price: cost, charge }
        expect(decide(taken, facts, now)).toMatchObject(accepted)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('P1: nothing that is accepted or offered costs more than the balance', () => {
  fc.assert(
    fc.property(anyCase, ({ request, facts, now }) => {
      const decision = decide(request, facts, now)
      const charges = decision.outcome === 'accepted' ? [decision.charge] : []
      for (const { charge, balanceAfter } of offered(request, facts, now)) {
        expect(balanceAfter).toBe(facts.balance - charge)
        charges.push(charge)
      }
      expect(charges.filter((charge) => charge > facts.balance)).toEqual([])
    }),
  )
})

test('E2: starting and then stopping costs what booking exactly that costs', () => {
  fc.assert(
    fc.property(anyCase, fc.nat(99), ({ facts, now }, steps) => {
      const booked = interval(now, later(now, 100))
      const cost = price(facts.tariff, booked).total
      const session = { id: 'session', plate: plate('AB-12-CD'), during: booked, cost }
      const during = interval(now, later(now, steps))
      const refund = cost - price(facts.tariff, during).total
      expect(decideStop(session, facts.tariff, during.end)).toMatchObject({ during, refund })
    }),
  )
})

function offered(request: ParkingRequest, facts: ParkingFacts, now: Temporal.Instant) {
  const decision = decide(request, facts, now)
  return decision.outcome === 'refused' ? decision.alternatives : []
}

function frameOf(
  weekday: Weekday,
  [from, until]: readonly [number, number],
  { kind, ...limits }: { kind: string },
): TimeFrame {
  return {
    day: { weekday },
    valid: { from: Temporal.PlainDate.from('2020-01-01') },
    fromMinute: from * 60,
    untilMinute: until * 60,
    rightPossible: kind !== 'noRight',
    ...(kind === 'paid' ? { fareCode: 'VISITOR' } : {}),
    ...limits,
  }
}

/** Keeps of the sessions of a plate those that don't overlap an earlier one, as the database does. */
function isAlone(session: ParkingSession, index: number, all: readonly ParkingSession[]): boolean {
  return !all
    .slice(0, index)
    .some((each) => isSamePlate(each.plate, session.plate) && overlaps(each.during, session.during))
}
