import { describe, expect, test } from 'vitest'
import { clearPart, hourMarks, paidStretches, stripOf } from './strip.ts'

const zone = 'Europe/Amsterdam'
const at = (local: string) =>
  Temporal.ZonedDateTime.from(`${local}[${zone}]`).toInstant().toString()

/** A day with paid parking from 9 to 18, as the server tells it. */
function dayOf(date: string, next: string) {
  return {
    date,
    stretches: [
      { start: at(`${date}T00:00`), end: at(`${date}T09:00`), paid: false },
      { start: at(`${date}T09:00`), end: at(`${date}T18:00`), paid: true },
      { start: at(`${date}T18:00`), end: at(`${next}T00:00`), paid: false },
    ],
  }
}

const monday = dayOf('2026-11-23', '2026-11-24')

describe('the strip of a day', () => {
  test('fills in what is both paid and chosen', () => {
    const { segments, chosen } = stripOf(monday, {
      start: at('2026-11-23T15:00'),
      end: at('2026-11-23T21:00'),
    })
    expect(segments).toEqual([
      { from: 0, to: 9 / 24, kind: 'free' },
      { from: 9 / 24, to: 15 / 24, kind: 'paid' },
      { from: 15 / 24, to: 18 / 24, kind: 'charged' },
      { from: 18 / 24, to: 1, kind: 'free' },
    ])
    expect(chosen).toEqual({ from: 15 / 24, to: 21 / 24 })
  })

  test('has no gap and no overlap, whatever is chosen', () => {
    for (let hour = 0; hour < 24; hour++) {
      const start = Temporal.Instant.from(at('2026-11-23T00:00')).add({ hours: hour })
      const { segments } = stripOf(monday, {
        start: start.toString(),
        end: start.add({ hours: 2 }).toString(),
      })
      expect(segments.at(0)?.from).toBe(0)
      expect(segments.at(-1)?.to).toBe(1)
      expect(segments.slice(1).map(({ from }) => from)).toEqual(
        segments.slice(0, -1).map(({ to }) => to),
      )
    }
  })

  test('of another day than the chosen one has nothing chosen', () => {
    const { chosen } = stripOf(monday, {
      start: at('2026-11-24T09:00'),
      end: at('2026-11-24T10:00'),
    })
    expect(chosen).toBeUndefined()
  })

  test('marks the hours of the wall clock, also where a day has 25', () => {
    const marks = hourMarks(dayOf('2026-10-25', '2026-10-26'), zone)
    expect(marks.map(({ hour }) => hour)).toEqual([0, 6, 12, 18, 24])
    expect(marks.map((mark) => mark.at)).toEqual([0, 7 / 25, 13 / 25, 19 / 25, 1])
  })

  test.each([
    { segment: { from: 0, to: 0.8 }, chosen: { from: 0.4, to: 0.5 }, room: { from: 0, to: 0.4 } },
    { segment: { from: 0, to: 0.8 }, chosen: { from: 0.3, to: 1 }, room: { from: 0.3, to: 0.8 } },
    { segment: { from: 0, to: 0.2 }, chosen: { from: 0.2, to: 1 }, room: { from: 0, to: 0.2 } },
    { segment: { from: 0, to: 0.2 }, chosen: undefined, room: { from: 0, to: 0.2 } },
  ])('writes where no edge of the chosen part runs: $room', ({ segment, chosen, room }) => {
    expect(clearPart(segment, chosen)).toEqual(room)
  })

  test('takes paid stretches that touch as one', () => {
    const day = {
      date: '2026-11-23',
      stretches: [
        { start: at('2026-11-23T00:00'), end: at('2026-11-23T12:00'), paid: true },
        { start: at('2026-11-23T12:00'), end: at('2026-11-23T13:00'), paid: true },
        { start: at('2026-11-23T13:00'), end: at('2026-11-24T00:00'), paid: false },
      ],
    }
    expect(paidStretches(day)).toEqual([
      { start: at('2026-11-23T00:00'), end: at('2026-11-23T13:00') },
    ])
  })
})
