import { describe, expect, test } from 'vitest'
import { emptyForm, timesOf, withStart } from './form.ts'

const zone = 'Europe/Amsterdam'
const now = Temporal.Instant.from('2026-11-23T14:05:12+01:00')
const form = emptyForm(now, zone)

describe('the times of a new parking session', () => {
  test('F2, F3: now until the end of the day, unless something else is chosen', () => {
    expect(timesOf(form, now, zone)).toEqual({})
  })

  test('one hour is an hour from the moment of asking', () => {
    expect(timesOf({ ...form, end: 'oneHour' }, now, zone)).toEqual({ end: '2026-11-23T14:05:12Z' })
  })

  test('two hours count from a later start', () => {
    const startAt = { date: '2026-11-25', time: '09:00' }
    expect(timesOf({ ...form, start: 'later', startAt, end: 'twoHours' }, now, zone)).toEqual({
      start: '2026-11-25T08:00:00Z',
      end: '2026-11-25T10:00:00Z',
    })
  })

  test('an own end of 23:59 is the end of that day', () => {
    const endAt = { date: '2026-11-24', time: '23:59' }
    expect(timesOf({ ...form, end: 'other', endAt }, now, zone)).toEqual({
      end: '2026-11-24T23:00:00Z',
    })
  })

  test.each([
    { ...form, start: 'later' as const, startAt: { date: '', time: '09:00' } },
    { ...form, end: 'other' as const, endAt: { date: '2026-11-24', time: '' } },
  ])('there are none while a field is empty', (incomplete) => {
    expect(timesOf(incomplete, now, zone)).toBeUndefined()
  })

  test('what is proposed for later is the next quarter of an hour', () => {
    expect(form.startAt).toEqual({ date: '2026-11-23', time: '14:15' })
    expect(form.endAt).toEqual({ date: '2026-11-23', time: '15:15' })
  })
})

describe('another start', () => {
  test('takes an end before it along', () => {
    const moved = withStart(form, { date: '2026-11-25', time: '09:00' }, zone)
    expect(moved.endAt).toEqual({ date: '2026-11-25', time: '10:00' })
  })

  test('leaves a later end alone', () => {
    const later = { ...form, endAt: { date: '2026-11-30', time: '12:00' } }
    expect(withStart(later, { date: '2026-11-25', time: '09:00' }, zone).endAt).toBe(later.endAt)
  })
})
