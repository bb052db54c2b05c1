import { describe, expect, test } from 'vitest'
import {
  daysTouched,
  endOf,
  endOfDay,
  formatInterval,
  formatNearInterval,
  formatPast,
  momentOf,
  timeOf,
} from './moments.ts'

const zone = 'Europe/Amsterdam'
const nl = { locale: 'nl', zone } as const
const en = { locale: 'en', zone } as const
const at = (local: string) =>
  Temporal.ZonedDateTime.from(`${local}[${zone}]`).toInstant().toString()

describe('how long ago in words', () => {
  test.each([
    ['2026-11-22T23:59', nl, 'vandaag 14:05'],
    ['2026-11-23T00:00', nl, 'gisteren 14:05'],
    ['2026-11-24T00:00', nl, 'zondag 22 november 14:05'],
    ['2026-11-29T15:00', en, 'Sunday 22 November 14:05'],
  ])('seen at %s', (now, wording, words) => {
    const seen = formatPast(at('2026-11-22T14:05'), wording, Temporal.Instant.from(at(now)))
    expect(seen).toBe(words)
  })
})

describe('intervals in words', () => {
  test.each([
    ['2026-11-22T14:05', '2026-11-22T18:00', 'zondag 22 november, 14:05–18:00'],
    ['2026-11-22T14:05', '2026-11-23T00:00', 'zondag 22 november, 14:05–23:59'],
    ['2026-11-22T22:00', '2026-11-23T09:30', 'zo 22 nov 22:00 – ma 23 nov 09:30'],
    ['2026-10-25T00:30', '2026-10-26T00:00', 'zondag 25 oktober, 00:30–23:59'],
  ])('from %s to %s: %s', (start, end, words) => {
    expect(formatInterval({ start: at(start), end: at(end) }, nl)).toBe(words)
  })

  test('in English', () => {
    const interval = { start: at('2026-11-22T14:05'), end: at('2026-11-22T18:00') }
    expect(formatInterval(interval, en)).toBe('Sunday 22 November, 14:05–18:00')
  })

  test.each([
    ['2026-11-22T09:00', 'vandaag, 14:05–18:00'],
    ['2026-11-21T23:59', 'morgen, 14:05–18:00'],
    ['2026-11-23T00:00', 'gisteren, 14:05–18:00'],
    ['2026-11-20T12:00', 'zo 22 nov, 14:05–18:00'],
  ])('seen on %s: %s', (now, words) => {
    const interval = { start: at('2026-11-22T14:05'), end: at('2026-11-22T18:00') }
    expect(formatNearInterval(interval, nl, Temporal.Instant.from(at(now)))).toBe(words)
  })
})

test.each([
  ['2026-11-22T14:05', '2026-11-22T18:00', 1],
  ['2026-11-22T14:05', '2026-11-23T00:00', 1],
  ['2026-11-22T14:05', '2026-11-23T00:01', 2],
  ['2026-11-22T14:05', '2026-12-22T14:05', 31],
])('from %s to %s lies on %i days', (start, end, days) => {
  expect(daysTouched({ start: at(start), end: at(end) }, zone)).toBe(days)
})

describe('date and time fields', () => {
  test('23:59 is the end of the day, as people write it', () => {
    expect(endOf({ date: '2026-11-22', time: '23:59' }, zone)?.toString()).toBe(
      at('2026-11-23T00:00'),
    )
    expect(endOf({ date: '2026-11-22', time: '23:58' }, zone)?.toString()).toBe(
      at('2026-11-22T23:58'),
    )
  })

  test('a field that is not filled in is no moment', () => {
    expect(momentOf({ date: '', time: '14:05' }, zone)).toBeUndefined()
    expect(momentOf({ date: '2026-11-22', time: '' }, zone)).toBeUndefined()
  })

  test('the day of the clock change ends after 25 hours', () => {
    const noon = Temporal.Instant.from(at('2026-10-25T12:00'))
    expect(endOfDay(noon, zone).toString()).toBe(at('2026-10-26T00:00'))
  })

  test('a time field reads the clock of the municipality', () => {
    expect(timeOf('2026-11-22T13:05:12.345Z', zone)).toBe('14:05')
  })
})
