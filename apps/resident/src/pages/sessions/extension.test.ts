import { expect, test } from 'vitest'
import { canReachEndOfDay, emptyExtension, extendedEnd } from './extension.ts'

const zone = 'Europe/Amsterdam'
const end = '2026-11-23T16:00:00Z'
const form = emptyExtension(end, zone)

test.each([
  [{ ...form, choice: 'oneHour' as const }, '2026-11-23T17:00:00Z'],
  [{ ...form, choice: 'twoHours' as const }, '2026-11-23T18:00:00Z'],
  [{ ...form, choice: 'endOfDay' as const }, '2026-11-23T23:00:00Z'],
  [
    { choice: 'other' as const, endAt: { date: '2026-11-24', time: '08:30' } },
    '2026-11-24T07:30:00Z',
  ],
])('E3: an extension %o ends at %s', (chosen, expected) => {
  expect(extendedEnd(chosen, end, zone)?.toString()).toBe(expected)
})

test('E3: the end of the day is not offered to a session that has it', () => {
  expect(canReachEndOfDay(end, zone)).toBe(true)
  expect(canReachEndOfDay('2026-11-23T23:00:00Z', zone)).toBe(false)
})
