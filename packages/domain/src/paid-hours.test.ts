import { expect, test } from 'vitest'
import { momentIn, momentText } from '../test/case-tables.ts'
import { tariffOf } from '../test/tariff-cases.ts'
import { interval, type Interval } from './interval.ts'
import { nextPaidStart, paidPeriods } from './paid-hours.ts'

test.each`
  area        | from                      | until                     | periods                                                                                       | because
  ${'Centre'} | ${'Mon 2026-03-02 00:00'} | ${'Tue 2026-03-03 00:00'} | ${['Mon 2026-03-02 09:00–Mon 2026-03-02 18:00']}                                              | ${'that is the day'}
  ${'Centre'} | ${'Mon 2026-03-02 10:00'} | ${'Mon 2026-03-02 11:00'} | ${['Mon 2026-03-02 10:00–Mon 2026-03-02 11:00']}                                              | ${'it is cut to what was asked'}
  ${'Short'}  | ${'Mon 2026-03-02 00:00'} | ${'Tue 2026-03-03 00:00'} | ${['Mon 2026-03-02 09:00–Mon 2026-03-02 18:00']}                                              | ${'frames that adjoin are one'}
  ${'Lunch'}  | ${'Mon 2026-03-02 11:00'} | ${'Mon 2026-03-02 14:00'} | ${['Mon 2026-03-02 11:00–Mon 2026-03-02 12:00', 'Mon 2026-03-02 13:00–Mon 2026-03-02 14:00']} | ${'lunch is free'}
  ${'Split'}  | ${'Fri 2026-03-06 12:00'} | ${'Sat 2026-03-07 12:00'} | ${['Fri 2026-03-06 20:00–Sat 2026-03-07 02:00']}                                              | ${'midnight parts nothing'}
  ${'Centre'} | ${'Mon 2026-04-06 00:00'} | ${'Tue 2026-04-07 00:00'} | ${[]}                                                                                         | ${'a nil fare is free'}
`('F4: $area from $from to $until is paid in $periods: $because', ({ periods, ...row }) => {
  const asked = interval(momentIn(row.from), momentIn(row.until))
  expect(paidPeriods(tariffOf(row), asked).map(periodText)).toEqual(periods)
})

test.each`
  from                      | horizon                   | start                     | because
  ${'Mon 2026-03-02 07:00'} | ${'Tue 2026-03-03 00:00'} | ${'Mon 2026-03-02 09:00'} | ${'paid hours begin at nine'}
  ${'Mon 2026-03-02 10:00'} | ${'Tue 2026-03-03 00:00'} | ${'Mon 2026-03-02 10:00'} | ${'they have begun'}
  ${'Sat 2026-03-07 18:00'} | ${'Tue 2026-03-10 00:00'} | ${'Mon 2026-03-09 09:00'} | ${'Sunday is free'}
  ${'Sat 2026-03-07 18:00'} | ${'Mon 2026-03-09 09:00'} | ${'never'}                | ${'that is as far as was asked'}
`('F4: after $from parking is paid from $start: $because', ({ from, horizon, start }) => {
  const next = nextPaidStart(tariffOf({ area: 'Centre' }), momentIn(from), momentIn(horizon))
  expect(momentText(next)).toBe(start)
})

function periodText({ start, end }: Interval): string {
  return `${momentText(start)}–${momentText(end)}`
}
