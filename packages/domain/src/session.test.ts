import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { interval, type Interval } from './interval.ts'
import { highestConcurrency, stateOf } from './session.ts'

const nine = Temporal.Instant.from('2026-03-02T09:00Z')

describe('E5: planned, running and ended follow from the clock', () => {
  test.each`
    now   | state        | because
    ${-1} | ${'planned'} | ${'its start has yet to come'}
    ${0}  | ${'running'} | ${'an interval holds its start'}
    ${59} | ${'running'} | ${'it is not over yet'}
    ${60} | ${'ended'}   | ${'an interval stops just short of its end'}
  `('$now minutes after its start a session of an hour is $state: $because', ({ now, state }) => {
    expect(stateOf({ during: minutes(0, 60) }, nine.add({ minutes: now }))).toBe(state)
  })

  test('a session that was stopped in its first second has ended', () => {
    expect(stateOf({ during: minutes(0, 0) }, nine)).toBe('ended')
  })
})

describe('G4: the number of simultaneous sessions', () => {
  test.each`
    sessions                         | during      | highest | because
    ${[]}                            | ${[0, 60]}  | ${0}    | ${'nobody parks'}
    ${[[0, 30], [30, 60]]}           | ${[0, 60]}  | ${1}    | ${'two overlap it, but never at one moment'}
    ${[[0, 31], [30, 60]]}           | ${[0, 60]}  | ${2}    | ${'they share a minute'}
    ${[[0, 31], [30, 60]]}           | ${[31, 60]} | ${1}    | ${'that minute is over'}
    ${[[-60, 0], [60, 90]]}          | ${[0, 60]}  | ${0}    | ${'they end as it begins, and begin as it ends'}
    ${[[10, 10], [10, 20]]}          | ${[0, 60]}  | ${1}    | ${'a session without a second takes no place'}
    ${[[-60, 90], [0, 60], [5, 10]]} | ${[20, 30]} | ${2}    | ${'those around it count'}
  `('of $sessions, $highest at once over $during: $because', ({ sessions, during, highest }) => {
    const intervals = sessions.map(([start, end]: [number, number]) => minutes(start, end))
    expect(highestConcurrency(intervals, minutes(during[0], during[1]))).toBe(highest)
  })

  test('is what counting at every minute says', () => {
    const anyInterval = fc.tuple(fc.nat(60), fc.nat(30)).map(([at, for_]) => minutes(at, at + for_))
    fc.assert(
      fc.property(fc.array(anyInterval), anyInterval, (intervals, during) => {
        expect(highestConcurrency(intervals, during)).toBe(counted(intervals, during))
      }),
    )
  })
})

function minutes(start: number, end: number): Interval {
  return interval(nine.add({ minutes: start }), nine.add({ minutes: end }))
}

function counted(intervals: readonly Interval[], during: Interval): number {
  let highest = 0
  const minute = { minutes: 1 }
  for (let at = during.start; at.until(during.end).sign > 0; at = at.add(minute)) {
    const holding = intervals.filter((each) => stateOf({ during: each }, at) === 'running')
    highest = Math.max(highest, holding.length)
  }
  return highest
}
