import { expect, test } from 'vitest'
import { writeCalendar, type Event } from './icalendar.ts'

const event: Event = {
  uid: 'a@2park',
  sequence: 0,
  stampedAt: Temporal.Instant.from('2026-03-01T12:00:00.123Z'),
  start: Temporal.Instant.from('2026-03-02T10:00:00+01:00'),
  end: Temporal.Instant.from('2026-03-02T11:00:00+01:00'),
  summary: 'Parkeren',
  location: 'Centrum',
  description: 'Bezoekersregeling',
}

test('every line ends in CRLF, and moments are in UTC', () => {
  const text = writeCalendar({ name: '2Park', events: [event] })
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2[.]0\r\n/)
  expect(text).toMatch(/\r\nEND:VCALENDAR\r\n$/)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(text).toContain('\r\nDTSTAMP:20260301T120000Z\r\n')
  expect(text).toContain('\r\nDTSTART:20260302T090000Z\r\nDTEND:20260302T100000Z\r\n')
})

test.each([
  ['Centrum, noord; of zuid', String.raw`Centrum\, noord\; of zuid`],
  ['een\nlijst\r\nvan \\ dingen', String.raw`een\nlijst\nvan \\ dingen`],
  ['BEGIN:VEVENT\u0007', 'BEGIN:VEVENT'],
])('the text %j is written as %s', (location, written) => {
  const text = writeCalendar({ name: '2Park', events: [{ ...event, location }] })
  expect(text).toContain(`\r\nLOCATION:${written}\r\n`)
})

test('a long line goes on behind a space, without cutting a letter in two', () => {
  const summary = `Parkeren bij ${'🚗é€'.repeat(40)}`
  const text = writeCalendar({ name: '2Park', events: [{ ...event, summary }] })
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text).not.toContain('\uFFFD')
  expect(text.replaceAll('\r\n ', '')).toContain(`\r\nSUMMARY:${summary}\r\n`)
})

test('nothing rings', () => {
  expect(writeCalendar({ name: '2Park', events: [event] })).not.toContain('VALARM')
})
