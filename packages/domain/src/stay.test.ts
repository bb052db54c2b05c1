import { expect, test } from 'vitest'
import { momentIn, momentText, timeZone } from '../test/case-tables.ts'
import { interval } from './interval.ts'
import type { TimeFrame } from './regulation.ts'
import { leastInterruption, longestStayEnd, noRightPeriods } from './stay.ts'
import { compileTariff } from './tariff.ts'

const valid = { from: Temporal.PlainDate.from('2020-01-01') }

test.each`
  at                        | seconds | because
  ${'Mon 2026-03-02 09:00'} | ${900}  | ${'that frame asks a quarter of an hour'}
  ${'Mon 2026-03-02 13:00'} | ${0}    | ${'this one asks nothing'}
  ${'Mon 2026-03-02 20:00'} | ${0}    | ${'outside every frame nothing is asked'}
`('G3: who comes back at $at was away for $seconds s at least: $because', ({ at, seconds }) => {
  const morning = { ...frame(9, 12), leastInterruptionMinutes: 15 }
  expect(leastInterruption(tariffOf([morning, frame(12, 18)]), momentIn(at))).toBe(seconds)
})

test('no right can be had where the register says so, and frames that adjoin are one', () => {
  const closed = { rightPossible: false }
  const evening = tariffOf([
    { ...frame(18, 21), ...closed },
    { ...frame(21, 24), ...closed },
  ])
  const day = interval(momentIn('Mon 2026-03-02 12:00'), momentIn('Mon 2026-03-02 23:00'))
  const shown = noRightPeriods(evening, day).map(({ start, end }) => [start, end].map(momentText))
  expect(shown).toEqual([['Mon 2026-03-02 18:00', 'Mon 2026-03-02 23:00']])
})

test('G3: the longest stay that the register knows ends after three days', () => {
  const week = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) =>
    Object.assign(frame(0, 24), { day: { weekday }, longestStayMinutes: 4320 }),
  )
  const end = longestStayEnd(tariffOf(week), momentIn('Fri 2026-03-27 10:00'))
  // Of hours that pass: the clocks go forward that weekend.
  expect(momentText(end)).toBe('Mon 2026-03-30 11:00')
})

function frame(from: number, until: number): TimeFrame {
  const minutes = { fromMinute: from * 60, untilMinute: until * 60 }
  return { day: { weekday: 1 }, valid, rightPossible: true, ...minutes }
}

function tariffOf(timeFrames: readonly TimeFrame[]) {
  const regulations = [{ valid, regulation: { code: 'STAY', valid, timeFrames } }]
  const rest = { fares: [], specialDays: [], paidMinutesCount: 'perDay' as const }
  return compileTariff({ rules: { timeZone, regulations, ...rest }, unit: 'time' })
}
