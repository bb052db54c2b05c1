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
import type { ParkingFacts, ParkingRequest } from './asked.ts'
import { decide, type Alternative } from './decision.ts'
import { interval } from './interval.ts'

const full = { sessions: [parked(other, 'Mon 11:00', 'Mon 12:00')] }
const fullNow = { sessions: [parked(other, 'Mon 09:00', 'Mon 11:00')] }
const parkedNow = { sessions: [parked(mine, 'Mon 09:00', 'Mon 11:00')] }
const parkedSoon = { sessions: [parked(mine, 'Mon 12:00', 'Mon 13:00')] }
const lunch = { ...frame(1, 12, 13), rightPossible: false }
const withoutLunch = { tariff: tariffOf([frame(1, 9, 12), lunch, frame(1, 13, 18)]) }

describe('G5: what is offered instead', () => {
  test.each`
    start          | end            | rules                                              | facts                                                         | offered                                                                | because
    ${'now'}       | ${'Tue 12:00'} | ${{ endOfDayDeactivation: true }}                  | ${{}}                                                         | ${['shorter now–Mon 18:00']}                                           | ${'G1: until the end of today’s paid hours'}
    ${'now'}       | ${'Mon 12:00'} | ${{}}                                              | ${{ balance: amount(250) }}                                   | ${['shorter now–Mon 11:02']}                                           | ${'G2: €2.50 affords 62 minutes of four cents'}
    ${'now'}       | ${'Mon 12:00'} | ${{}}                                              | ${{ balance: amount(0) }}                                     | ${[]}                                                                  | ${'G2: nothing affords nothing'}
    ${'now'}       | ${'Mon 12:00'} | ${{ unit: 'time' }}                                | ${{ tariff: tariffOf(daytime, 'time'), balance: amount(59) }} | ${[]}                                                                  | ${'less than a minute is of no use'}
    ${'Mon 08:00'} | ${'Tue 12:00'} | ${{}}                                              | ${{ balance: amount(0) }}                                     | ${[]}                                                                  | ${'what is in the past is not offered'}
    ${'Tue 08:00'} | ${'Tue 12:00'} | ${{}}                                              | ${{ balance: amount(0) }}                                     | ${[]}                                                                  | ${'an hour that is free for everyone helps nobody'}
    ${'now'}       | ${'Mon 16:00'} | ${{ maxDurationSeconds: 7_200 }}                   | ${{}}                                                         | ${['shorter now–Mon 12:00']}                                           | ${'G3: until the longest stay'}
    ${'now'}       | ${'Mon 16:00'} | ${{ maxDurationSeconds: 7_200 }}                   | ${{ balance: amount(240) }}                                   | ${['shorter now–Mon 11:00']}                                           | ${'the soonest of all limits'}
    ${'now'}       | ${'Mon 13:00'} | ${{ maxConcurrent: 1 }}                            | ${full}                                                       | ${['shorter now–Mon 11:00', 'later Mon 12:00–Mon 15:00']}              | ${'G4: what fits now, or all of it when a place is free'}
    ${'now'}       | ${'Mon 13:00'} | ${{ maxConcurrent: 1 }}                            | ${fullNow}                                                    | ${['later Mon 11:00–Mon 14:00']}                                       | ${'G4: nothing fits now'}
    ${'now'}       | ${'Mon 13:00'} | ${{ maxConcurrent: 1, maxDurationSeconds: 3_600 }} | ${fullNow}                                                    | ${['later Mon 11:00–Mon 12:00']}                                       | ${'a later one keeps to the other rules, too'}
    ${'now'}       | ${'Mon 13:00'} | ${{}}                                              | ${parkedNow}                                                  | ${['extendExisting Mon 09:00–Mon 13:00', 'later Mon 11:00–Mon 14:00']} | ${'the plate’s session can go on instead'}
    ${'now'}       | ${'Mon 13:00'} | ${{ maxDurationSeconds: 10_800 }}                  | ${parkedNow}                                                  | ${['extendExisting Mon 09:00–Mon 12:00', 'later Mon 11:00–Mon 14:00']} | ${'for as long as it may'}
    ${'now'}       | ${'Mon 13:00'} | ${{ extensionAllowed: false }}                     | ${parkedNow}                                                  | ${['later Mon 11:00–Mon 14:00']}                                       | ${'unless the municipality forbids it'}
    ${'now'}       | ${'Mon 10:30'} | ${{}}                                              | ${parkedNow}                                                  | ${['later Mon 11:00–Mon 11:30']}                                       | ${'it is parked for all of that time already'}
    ${'now'}       | ${'Mon 14:00'} | ${{}}                                              | ${parkedSoon}                                                 | ${['shorter now–Mon 12:00', 'later Mon 13:00–Mon 17:00']}              | ${'before and after the plate’s own session'}
    ${'now'}       | ${'Mon 11:00'} | ${{}}                                              | ${resting('Mon 09:00', 'Mon 09:30')}                          | ${['later Mon 10:30–Mon 11:30']}                                       | ${'after the register’s least interruption'}
    ${'now'}       | ${'Mon 14:00'} | ${{}}                                              | ${resting('Mon 13:00', 'Mon 14:00')}                          | ${['shorter now–Mon 12:00', 'later Mon 15:00–Mon 19:00']}              | ${'an interruption before and one after'}
    ${'now'}       | ${'Mon 15:00'} | ${{}}                                              | ${withoutLunch}                                               | ${['shorter now–Mon 12:00', 'later Mon 13:00–Mon 18:00']}              | ${'no right can be had from twelve to one'}
    ${'now'}       | ${'Mon 14:00'} | ${{}}                                              | ${validFor('Mon 08:00', 'Mon 12:00')}                         | ${['shorter now–Mon 12:00']}                                           | ${'until the product’s last moment'}
    ${'now'}       | ${'Mon 14:00'} | ${{}}                                              | ${validFor('Tue 12:00', 'Wed 00:00')}                         | ${['later Tue 12:00–Tue 16:00']}                                       | ${'from the product’s first moment'}
    ${'Mon 17:00'} | ${'Thu 10:00'} | ${{ maxDaysAhead: 1 }}                             | ${{}}                                                         | ${['shorter Mon 17:00–Wed 00:00']}                                     | ${'until the end of the last day that can be planned'}
    ${'Mon 09:57'} | ${'Mon 11:00'} | ${{}}                                              | ${{}}                                                         | ${['now now–Mon 11:00']}                                               | ${'F2: who says three to ten at ten means now'}
    ${'Mon 09:57'} | ${'Mon 11:00'} | ${{ maxDurationSeconds: 1_800 }}                   | ${{}}                                                         | ${['now now–Mon 10:30']}                                               | ${'G3: and not for longer than is allowed'}
    ${'Mon 09:57'} | ${'Mon 13:00'} | ${{ maxConcurrent: 1 }}                            | ${fullNow}                                                    | ${['later Mon 11:00–Mon 14:00']}                                       | ${'now there is no place'}
    ${'Mon 11:00'} | ${'Mon 10:30'} | ${{}}                                              | ${{}}                                                         | ${[]}                                                                  | ${'nobody knows which of the two is wrong'}
    ${'Mon 19:00'} | ${'Mon 23:00'} | ${{ maxDurationSeconds: 3_600 }}                   | ${{}}                                                         | ${['shorter Mon 19:00–Mon 20:00']}                                     | ${'free time is offered to who asked for it'}
  `('$start until $end: $offered: $because', ({ start, end, rules, facts, offered }) => {
    expect(offeredTo(starting(start, end), given(rules, facts))).toEqual(offered)
  })

  const running = parked(mine, 'Mon 09:00', 'Mon 11:00')
  const next = parked(other, 'Mon 11:30', 'Mon 13:00')

  test.each`
    end            | rules                            | facts                            | offered                            | because
    ${'Mon 13:00'} | ${{}}                            | ${{ balance: amount(120) }}      | ${['shorter Mon 09:00–Mon 11:30']} | ${'G2: what was paid already counts'}
    ${'Mon 13:00'} | ${{}}                            | ${{ balance: amount(0) }}        | ${[]}                              | ${'not a minute can be added'}
    ${'Mon 13:00'} | ${{ maxConcurrent: 1 }}          | ${{ sessions: [running, next] }} | ${['shorter Mon 09:00–Mon 11:30']} | ${'G4: until the place is taken'}
    ${'Mon 13:00'} | ${{ maxDurationSeconds: 9_000 }} | ${{}}                            | ${['shorter Mon 09:00–Mon 11:30']} | ${'G3: two and a half hours in all'}
    ${'Mon 13:00'} | ${{ extensionAllowed: false }}   | ${{}}                            | ${[]}                              | ${'the municipality decided'}
  `('E3: extending until $end: $offered: $because', ({ end, rules, facts, offered }) => {
    const all = given(rules, { sessions: [running], ...facts })
    expect(offeredTo(extending(running, end), all)).toEqual(offered)
  })

  test('each says what it costs and what it leaves', () => {
    const decision = decide(starting('now', 'Mon 12:00'), given({}, { balance: amount(250) }), now)
    expect(decision).toMatchObject({
      shortfall: 230,
      alternatives: [{ price: { total: 248 }, charge: 248, balanceAfter: 2 }],
    })
  })

  test('a blocked product has none', () => {
    const { product } = given()
    const facts = given({ maxDurationSeconds: 60 }, { product: { ...product, blocked: true } })
    expect(offeredTo(starting('now', 'Mon 12:00'), facts)).toEqual([])
  })
})

function offeredTo(request: ParkingRequest, facts: ParkingFacts): string[] {
  const decision = decide(request, facts, now)
  return decision.outcome === 'accepted' ? ['accepted'] : decision.alternatives.map(described)
}

function described({ kind, request, during }: Alternative): string {
  const isNow = request.kind === 'start' && request.start === 'now'
  return `${kind} ${isNow ? 'now' : shown(during.start)}–${shown(during.end)}`
}

function validFor(start: string, end: string): Partial<ParkingFacts> {
  return { product: { valid: interval(at(start), at(end)), blocked: false } }
}
