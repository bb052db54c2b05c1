import { expect, test } from 'vitest'
import { timeTo } from './time-to.ts'

const now = Temporal.Instant.from('2026-11-23T10:00:30Z')

test.each([
  ['2026-11-23T12:00:08Z', '2 uur', '10:00 until 12:00 is two hours'],
  ['2026-11-23T10:09:00Z', '9 min', 'less than an hour has no hours'],
  ['2026-11-23T10:00:59Z', '1 min', 'the last minute is one, too'],
  ['2026-11-25T09:59:00Z', '47 uur 59 min', 'up to two days one counts in hours'],
  ['2026-11-25T10:00:00Z', '2 dagen', 'beyond that in days'],
])('until %s: %s, because %s', (moment, words) => {
  expect(timeTo(moment, now, 'nl').replaceAll(/\s/g, ' ')).toBe(words)
})
