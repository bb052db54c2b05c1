import { describe, expect, test } from 'vitest'
import {
  at,
  daytime,
  extending,
  frame,
  given,
  mine,
  now,
  other,
  parked,
  resting,
  shown,
  starting,
  tariffOf,
} from '../test/visitor-product.ts'
import { amount } from './amount.ts'
import { decide, decideDelete, decideStop, type RefusedDecision } from './decision.ts'
import { interval } from './interval.ts'
import { plate } from './plate.ts'

describe('what is accepted', () => {
  test.each`
    start          | end            | until          | charge  | freeUntil      | because
    ${'now'}       | ${'Mon 11:30'} | ${'Mon 11:30'} | ${360}  | ${undefined}   | ${'F5: an hour and a half at €2.40'}
    ${'now'}       | ${'endOfDay'}  | ${'Tue 00:00'} | ${1920} | ${undefined}   | ${'F3: the day ends at midnight; F4: only until six it costs'}
    ${'Mon 16:00'} | ${'Mon 17:00'} | ${'Mon 17:00'} | ${240}  | ${undefined}   | ${'F2: it can be planned'}
    ${'Mon 20:00'} | ${'Mon 21:00'} | ${'Mon 21:00'} | ${0}    | ${'Tue 09:00'} | ${'F4: no paid time, so no cost, and it says until when'}
    ${'Tue 08:00'} | ${'Tue 10:00'} | ${'Tue 10:00'} | ${240}  | ${'Tue 09:00'} | ${'F4: only its second hour is paid'}
    ${'Mon 17:00'} | ${'Mon 19:00'} | ${'Mon 19:00'} | ${240}  | ${undefined}   | ${'what is free at its end is not free at its start'}
  `('$start until $end costs $charge: $because', ({ start, end, until, charge, freeUntil }) => {
    const decision = decide(starting(start, end), given(), now)
    expect(decision).toMatchObject({ outcome: 'accepted', charge, cutToPaidHours: false })
    if (decision.outcome !== 'accepted') return
    expect(shown(decision.during.end)).toBe(until)
    expect(decision.freeUntil && shown(decision.freeUntil)).toBe(freeUntil)
  })

  test('nothing is in the way of what was stopped as soon as it began', () => {
    const stopped = parked(mine, 'Mon 10:30', 'Mon 10:30')
    const decision = decide(starting('now', 'Mon 11:00'), given({}, { sessions: [stopped] }), now)
    expect(decision).toMatchObject({ outcome: 'accepted' })
  })

  test('what is left of a started second is dropped', () => {
    const decision = decide(starting('now', 'Mon 11:00'), given(), now.add({ milliseconds: 999 }))
    expect(decision).toMatchObject({ during: interval(now, at('Mon 11:00')) })
  })

  test.each`
    start          | end            | until          | cut      | because
    ${'now'}       | ${'endOfDay'}  | ${'Mon 18:00'} | ${true}  | ${'the default end is not refused, it is cut'}
    ${'now'}       | ${'Mon 20:00'} | ${'Mon 18:00'} | ${true}  | ${'so is an end of one’s own on the same day'}
    ${'now'}       | ${'Mon 18:00'} | ${'Mon 18:00'} | ${false} | ${'there is nothing to cut'}
    ${'Mon 19:00'} | ${'endOfDay'}  | ${'Tue 00:00'} | ${false} | ${'the paid hours are over, so nothing is left to end for'}
    ${'Sun 12:00'} | ${'endOfDay'}  | ${'Mon 00:00'} | ${false} | ${'Sunday has no paid hours'}
  `('G1: $start until $end ends $until: $because', ({ start, end, until, cut }) => {
    const facts = given({ endOfDayDeactivation: true })
    const decision = decide(starting(start, end), facts, now)
    expect(decision).toMatchObject({ outcome: 'accepted', cutToPaidHours: cut })
    expect(decision.during && shown(decision.during.end)).toBe(until)
  })

  test('G4: two sessions that follow one another take one place', () => {
    const sessions = [
      parked(other, 'Mon 10:00', 'Mon 11:00'),
      parked(other, 'Mon 11:00', 'Mon 12:00'),
    ]
    const facts = given({ maxConcurrent: 2 }, { sessions })
    expect(decide(starting('now', 'Mon 12:00'), facts, now)).toMatchObject({ outcome: 'accepted' })
  })

  test.each`
    unit       | charge   | because
    ${'money'} | ${240}   | ${'€2.40'}
    ${'time'}  | ${3_600} | ${'the paid time itself'}
    ${'count'} | ${1}     | ${'one action'}
  `('P2: an hour in $unit costs $charge: $because', ({ unit, charge }) => {
    const facts = given({ unit }, { tariff: tariffOf(daytime, unit), balance: amount(charge) })
    expect(decide(starting('now', 'Mon 11:00'), facts, now)).toMatchObject({ charge })
  })
})

describe('what is refused', () => {
  const expired = { product: { valid: interval(at('Mon 08:00'), now), blocked: false } }
  const expiring = {
    product: { valid: interval(at('Mon 08:00'), at('Mon 12:00')), blocked: false },
  }
  const blocked = { product: { valid: interval(at('Mon 08:00'), at('Sun 00:00')), blocked: true } }
  const twoPlaces = [
    parked(other, 'Mon 11:00', 'Mon 12:00'),
    parked(plate('1'), 'Mon 11:30', 'Mon 13:00'),
  ]

  test.each`
    reason                  | start          | end            | rules                             | facts                                                                      | because
    ${'blocked'}            | ${'now'}       | ${'Mon 11:00'} | ${{}}                             | ${blocked}                                                                 | ${'the product is blocked'}
    ${'expired'}            | ${'now'}       | ${'Mon 11:00'} | ${{}}                             | ${expired}                                                                 | ${'its validity is over, which is said once'}
    ${'validity'}           | ${'now'}       | ${'Mon 12:01'} | ${{}}                             | ${expiring}                                                                | ${'it outlives the product'}
    ${'startInPast'}        | ${'Mon 09:59'} | ${'Mon 11:00'} | ${{}}                             | ${{}}                                                                      | ${'the server’s clock says ten'}
    ${'endBeforeStart'}     | ${'now'}       | ${'Mon 10:00'} | ${{}}                             | ${{}}                                                                      | ${'it would last no second'}
    ${'tooFarAhead'}        | ${'now'}       | ${'Wed 00:01'} | ${{ maxDaysAhead: 1 }}            | ${{}}                                                                      | ${'tomorrow is the last day to plan on'}
    ${'noRightPossible'}    | ${'now'}       | ${'Mon 11:00'} | ${{}}                             | ${{ tariff: tariffOf([{ ...frame(1, 9, 18), rightPossible: false }]) }}    | ${'the register grants no right then'}
    ${'endOfDay'}           | ${'now'}       | ${'Tue 00:01'} | ${{ endOfDayDeactivation: true }} | ${{}}                                                                      | ${'G1: it goes on after midnight'}
    ${'maxDuration'}        | ${'now'}       | ${'Mon 12:01'} | ${{ maxDurationSeconds: 7_200 }}  | ${{}}                                                                      | ${'G3: two hours and a minute'}
    ${'maxDuration'}        | ${'now'}       | ${'Mon 12:01'} | ${{ maxDurationSeconds: 9_000 }}  | ${{ tariff: tariffOf([{ ...frame(1, 9, 18), longestStayMinutes: 120 }]) }} | ${'G3: the register’s longest stay is the sooner one'}
    ${'tooSoonAgain'}       | ${'now'}       | ${'Mon 11:00'} | ${{}}                             | ${resting('Mon 09:00', 'Mon 09:45')}                                       | ${'it left fifteen minutes ago'}
    ${'tooSoonAgain'}       | ${'now'}       | ${'Mon 11:00'} | ${{}}                             | ${resting('Mon 11:15', 'Mon 12:00')}                                       | ${'its next session is too near'}
    ${'plateAlreadyParked'} | ${'now'}       | ${'Mon 12:00'} | ${{}}                             | ${{ sessions: [parked(mine, 'Mon 11:00', 'Mon 13:00')] }}                  | ${'one car stands in one place'}
    ${'maxConcurrent'}      | ${'now'}       | ${'Mon 12:00'} | ${{ maxConcurrent: 2 }}           | ${{ sessions: twoPlaces }}                                                 | ${'G4: both places are taken at half past eleven'}
    ${'balance'}            | ${'now'}       | ${'Mon 11:00'} | ${{}}                             | ${{ balance: amount(239) }}                                                | ${'G2, P1: one cent is missing'}
  `('$reason: $because', ({ reason, start, end, rules, facts }) => {
    const decision = decide(starting(start, end), given(rules, facts), now)
    expect(decision).toMatchObject({ outcome: 'refused', reasons: [reason] })
  })

  test('G5: every reason is told, the weightiest first', () => {
    const facts = given(
      { maxDurationSeconds: 60, maxConcurrent: 2 },
      { sessions: twoPlaces, balance: amount(0) },
    )
    const decision = decide(starting('now', 'Mon 12:00'), facts, now)
    expect(decision).toMatchObject({
      reasons: ['maxDuration', 'maxConcurrent', 'balance'],
      during: interval(now, at('Mon 12:00')),
      price: { total: 480 },
      charge: 480,
      shortfall: 480,
    })
  })
})

describe('O2: a plate that is parked elsewhere', () => {
  const elsewhere = (start: string, end: string) => [
    { ...parked(mine, start, end), elsewhere: true },
  ]
  const rest = { tariff: tariffOf([{ ...frame(1, 9, 18), leastInterruptionMinutes: 60 }]) }

  test('may come here at once, and may go on there after this', () => {
    for (const [start, end] of [
      ['Mon 09:00', 'Mon 10:00'],
      ['Mon 11:00', 'Mon 12:00'],
    ] as const) {
      const facts = given({}, { ...rest, sessions: elsewhere(start, end) })
      const decision = decide(starting('now', 'Mon 11:00'), facts, now)
      expect(decision).toMatchObject({ outcome: 'accepted' })
    }
  })

  test('is in one place: it comes here when that is over, and is not offered more of there', () => {
    const facts = given({}, { ...rest, sessions: elsewhere('Mon 09:00', 'Mon 11:00') })
    expect(decide(starting('now', 'Mon 12:00'), facts, now)).toMatchObject({
      reasons: ['plateAlreadyParked'],
      alternatives: [{ kind: 'later', during: interval(at('Mon 11:00'), at('Mon 13:00')) }],
    })
  })
})

describe('H1: an end that is left open', () => {
  const unlimited = { unit: 'none', maxDaysAhead: 1, maxConcurrent: 1 } as const
  const without = { tariff: tariffOf(daytime, 'none'), balance: amount(0) }
  const { end: productEnd } = given().product.valid

  test.each`
    start          | rules                             | end            | openEnded | because
    ${'now'}       | ${{}}                             | ${productEnd}  | ${true}   | ${'it is stopped one day, or ends with its product'}
    ${'Tue 10:00'} | ${{}}                             | ${productEnd}  | ${true}   | ${'H1: it may begin later'}
    ${'now'}       | ${{ maxDurationSeconds: 3_600 }}  | ${productEnd}  | ${true}   | ${'H4: how long counts for an end that was given'}
    ${'now'}       | ${{ endOfDayDeactivation: true }} | ${'Mon 18:00'} | ${false}  | ${'G1: no session outlives the paid hours'}
  `('from $start lasts until $end: $because', ({ start, rules, end, openEnded }) => {
    const facts = given({ ...unlimited, ...rules }, without)
    const decision = decide(starting(start, 'open'), facts, now)
    const until = typeof end === 'string' ? at(end) : end
    expect(decision).toMatchObject({ outcome: 'accepted', openEnded, during: { end: until } })
    expect(decision).toMatchObject({ price: { total: 0, lines: [] }, freeUntil: undefined })
  })

  test.each`
    start          | rules                | facts                                                                                                             | reason                  | because
    ${'Wed 10:00'} | ${{}}                | ${{}}                                                                                                             | ${'tooFarAhead'}        | ${'it may not begin so far ahead'}
    ${'now'}       | ${{}}                | ${{ sessions: [parked(other, 'Mon 09:00', 'Mon 12:00')] }}                                                        | ${'maxConcurrent'}      | ${'H1: one temporary plate at a time'}
    ${'now'}       | ${{}}                | ${{ sessions: [parked(mine, 'Mon 12:00', 'Mon 13:00')], rules: { ...given(unlimited).rules, maxConcurrent: 2 } }} | ${'plateAlreadyParked'} | ${'it is parked later on'}
    ${'now'}       | ${{ unit: 'money' }} | ${{ tariff: tariffOf(daytime), balance: amount(240) }}                                                            | ${'balance'}            | ${'H4: no balance lasts until the end of the product'}
  `('from $start is refused with $reason: $because', ({ start, rules, facts, reason }) => {
    const all = given({ ...unlimited, ...rules }, { ...without, ...facts })
    const decision = decide(starting(start, 'open'), all, now)
    expect(decision).toMatchObject({ outcome: 'refused', reasons: [reason] })
  })

  test('H4: where the balance does not suffice, the time that it lasts is offered', () => {
    const facts = given({ unit: 'money' }, { balance: amount(240) })
    const { alternatives } = decide(starting('now', 'open'), facts, now) as RefusedDecision
    const during = interval(now, at('Mon 11:00'))
    expect(alternatives).toMatchObject([{ kind: 'shorter', openEnded: false, during }])
  })

  test('stays open in what is offered at another time', () => {
    const facts = { sessions: [parked(other, 'Mon 09:00', 'Mon 12:00')] }
    const all = given(unlimited, { ...without, ...facts })
    const { alternatives } = decide(starting('now', 'open'), all, now) as RefusedDecision
    const during = interval(at('Mon 12:00'), productEnd)
    expect(alternatives).toMatchObject([{ kind: 'later', openEnded: true, during }])
    const past = decide(starting('Mon 09:57', 'open'), given(unlimited, without), now)
    expect(past).toMatchObject({ alternatives: [{ kind: 'now', openEnded: true }] })
  })
})

describe('E3: extending', () => {
  const running = parked(mine, 'Mon 09:00', 'Mon 11:00')
  const planned = parked(mine, 'Mon 14:00', 'Mon 15:00')

  test.each`
    session    | end            | charge  | because
    ${running} | ${'Mon 12:00'} | ${240}  | ${'only the added hour is charged'}
    ${running} | ${'Mon 20:00'} | ${1680} | ${'of which what is paid counts'}
    ${planned} | ${'Mon 15:30'} | ${120}  | ${'a planned one can be extended as well'}
  `('until $end costs $charge more: $because', ({ session, end, charge }) => {
    const decision = decide(extending(session, end), given({}, { sessions: [session] }), now)
    const during = interval(session.during.start, at(end))
    expect(decision).toMatchObject({ outcome: 'accepted', during, charge })
  })

  test.each`
    reason                   | end            | rules                             | sessions                                     | because
    ${'extensionNotAllowed'} | ${'Mon 12:00'} | ${{ extensionAllowed: false }}    | ${[]}                                        | ${'the municipality decides'}
    ${'endNotLater'}         | ${'Mon 11:00'} | ${{}}                             | ${[]}                                        | ${'that is its end already'}
    ${'maxDuration'}         | ${'Mon 12:00'} | ${{ maxDurationSeconds: 9_000 }}  | ${[]}                                        | ${'the whole session counts, not what is added'}
    ${'endOfDay'}            | ${'Tue 09:00'} | ${{ endOfDayDeactivation: true }} | ${[]}                                        | ${'no session outlives the day it began on'}
    ${'plateAlreadyParked'}  | ${'Mon 12:00'} | ${{}}                             | ${[parked(mine, 'Mon 11:30', 'Mon 13:00')]}  | ${'the plate’s next session is in the way'}
    ${'maxConcurrent'}       | ${'Mon 12:00'} | ${{ maxConcurrent: 1 }}           | ${[parked(other, 'Mon 11:30', 'Mon 13:00')]} | ${'the place is taken by then'}
  `('until $end is refused with $reason: $because', ({ reason, end, rules, sessions }) => {
    const facts = given(rules, { sessions: [running, ...sessions] })
    const decision = decide(extending(running, end), facts, now)
    expect(decision).toMatchObject({ outcome: 'refused', reasons: [reason] })
  })

  test('what was booked stays booked when the municipality now allows fewer places', () => {
    const sessions = [running, parked(other, 'Mon 09:00', 'Mon 11:00')]
    const facts = given({ maxConcurrent: 1 }, { sessions })
    expect(decide(extending(running, 'Mon 12:00'), facts, now).outcome).toBe('accepted')
  })

  test('how long the plate was away before the session is not asked again', () => {
    const { tariff } = resting('Mon 08:00', 'Mon 09:00')
    const session = parked(mine, 'Mon 09:45', 'Mon 10:15')
    const sessions = [parked(mine, 'Mon 09:00', 'Mon 09:40'), session]
    const facts = given({}, { ...(tariff && { tariff }), sessions })
    expect(decide(extending(session, 'Mon 12:00'), facts, now).outcome).toBe('accepted')
  })

  test('is refused once the session has ended, and long after that', () => {
    const ended = parked(mine, 'Mon 08:00', 'Mon 10:00')
    for (const sessions of [[ended], []]) {
      const decision = decide(extending(ended, 'Mon 12:00'), given({}, { sessions }), now)
      expect(decision).toMatchObject({ reasons: ['sessionEnded'], alternatives: [] })
    }
  })
})

describe('E2: stopping', () => {
  test.each`
    booked                        | stopped            | refund       | because
    ${['Mon 09:00', 'Mon 12:00']} | ${now}             | ${480}       | ${'two of three hours are given back'}
    ${['Mon 10:00', 'Mon 12:00']} | ${now}             | ${480}       | ${'it was stopped at once'}
    ${['Mon 09:00', 'Mon 12:00']} | ${at('Mon 12:00')} | ${undefined} | ${'it has ended by itself'}
    ${['Mon 11:00', 'Mon 12:00']} | ${now}             | ${undefined} | ${'a planned one is deleted instead'}
  `('gives back $refund: $because', ({ booked, stopped, refund }) => {
    const decision = decideStop(parked(mine, booked[0], booked[1]), tariffOf(daytime), stopped)
    expect(decision.outcome === 'stopped' ? decision.refund : undefined).toBe(refund)
  })

  test('charges nobody for leaving, although the fare rose', () => {
    const session = { ...parked(mine, 'Mon 09:00', 'Mon 12:00'), cost: amount(1) }
    expect(decideStop(session, tariffOf(daytime), now)).toMatchObject({ refund: 0 })
  })
})

describe('E4: deleting', () => {
  test.each`
    start          | end            | decision                                          | because
    ${'Mon 11:00'} | ${'Mon 12:00'} | ${{ outcome: 'deleted', refund: 240 }}            | ${'the whole cost comes back'}
    ${'Mon 10:00'} | ${'Mon 12:00'} | ${{ outcome: 'refused', reason: 'alreadyBegun' }} | ${'it is stopped instead'}
    ${'Mon 09:00'} | ${'Mon 10:00'} | ${{ outcome: 'refused', reason: 'sessionEnded' }} | ${'there is nothing left of it'}
  `('$start until $end: $because', ({ start, end, decision }) => {
    expect(decideDelete(parked(mine, start, end), now)).toEqual(decision)
  })
})
