/**
 * One calendar day of an area, with its time frames as stretches of real time.
 *
 * A frame belongs to the day it begins, also where it runs past midnight. Wall-clock times become
 * moments through the zone: an hour that October repeats is in a frame twice, and a time that March
 * skips is the one that follows it. Moments are whole seconds since 1970, because this is what every
 * price walks through.
 */
import { zero, type Decimal } from './decimal.ts'
import { bandsOn, type FareBand } from './fare.ts'
import { secondOf } from './interval.ts'
import { isValidOn, type AreaRules, type Regulation, type TimeFrame } from './regulation.ts'

/** The fare of a paid slot; without bands where no version of it is valid, and it costs nothing. */
type SlotFare = { readonly code: string; readonly bands: readonly FareBand[] }

export type Slot = {
  readonly start: number
  readonly end: number
  /** The same two as moments, made once for the many prices that show them. */
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  /** The parking day it belongs to, in days since 1970. */
  readonly day: number
  readonly frame: TimeFrame
  /** Absent where the time is free. */
  readonly fare: SlotFare | undefined
  readonly maximumPerDay: Decimal | undefined
}

export type PaidSlot = Slot & { readonly fare: SlotFare }

export type ParkingDay = {
  /** Days since 1970. */
  readonly number: number
  /** The midnights around the calendar day. */
  readonly start: number
  readonly end: number
  /** In order, and apart from each other; the last may end after `end`. */
  readonly slots: readonly Slot[]
}

export type DayRules = AreaRules & { readonly ownFareCode: string | undefined }

const epoch = Temporal.PlainDate.from('1970-01-01')

/** Of a calendar day, counted since 1970. */
export function parkingDay(rules: DayRules, day: number): ParkingDay {
  const start = secondOf(momentOn(rules, day, 0))
  const end = secondOf(momentOn(rules, day + 1, 0))
  const slots = slotsOf(rules, day)
  const runsPastMidnight = slots.some((slot) => slot.end > end)
  const tomorrow = runsPastMidnight ? slotsOf(rules, day + 1)[0] : undefined
  return { number: day, start, end, slots: apart(tomorrow ? [...slots, tomorrow] : slots, day) }
}

function slotsOf(rules: DayRules, day: number): Slot[] {
  const date = epoch.add({ days: day })
  const regulation = regulationOn(rules, date)
  if (!regulation) return []
  const { maximumPerDay } = regulation
  return framesOn(rules, regulation, date)
    .map((frame) => {
      const startsAt = momentOn(rules, day, frame.fromMinute)
      const endsAt = momentOn(rules, day, frame.untilMinute)
      const [start, end] = [secondOf(startsAt), secondOf(endsAt)]
      const fare = fareOf(rules, frame, date)
      return { start, end, startsAt, endsAt, day, frame, fare, maximumPerDay }
    })
    .toSorted((a, b) => a.start - b.start)
}

/**
 * Where yesterday's night meets a frame of today, or two frames meet in the hour that March skips,
 * the one that begins later goes on: no second is ever charged twice.
 */
function apart(slots: readonly Slot[], day: number): Slot[] {
  return slots
    .map((slot, index) => endedBy(slot, slots[index + 1]))
    .filter((slot) => slot.day === day && slot.start < slot.end)
}

function endedBy(slot: Slot, next: Slot | undefined): Slot {
  if (!next || slot.end <= next.start) return slot
  return { ...slot, end: next.start, endsAt: next.startsAt }
}

function regulationOn(rules: DayRules, date: Temporal.PlainDate): Regulation | undefined {
  return rules.regulations
    .filter(({ valid, regulation }) => isValidOn(valid, date) && isValidOn(regulation.valid, date))
    .toSorted(latestFirst)[0]?.regulation
}

/** A special day that the regulation knows replaces the weekday's frames whole (SPECIALE DAG). */
function framesOn(rules: DayRules, regulation: Regulation, date: Temporal.PlainDate): TimeFrame[] {
  const valid = regulation.timeFrames.filter((frame) => isValidOn(frame.valid, date))
  const specialDay = rules.specialDays
    .filter((special) => special.date.equals(date))
    .find(({ name }) => valid.some((frame) => frame.day.specialDay === name))
  const frames = valid.filter(({ day }) =>
    specialDay ? day.specialDay === specialDay.name : day.weekday === date.dayOfWeek,
  )
  return withoutOldVersions(frames)
}

/** A frame gives way to any that overlaps it and became valid later. */
function withoutOldVersions(frames: readonly TimeFrame[]): TimeFrame[] {
  const kept: TimeFrame[] = []
  for (const frame of frames.toSorted(latestFirst)) {
    if (!kept.some((newer) => haveMinutesInCommon(newer, frame))) kept.push(frame)
  }
  return kept
}

export function haveMinutesInCommon(a: TimeFrame, b: TimeFrame): boolean {
  return a.fromMinute < b.untilMinute && b.fromMinute < a.untilMinute
}

type WithValidity = Pick<TimeFrame, 'valid'>

function latestFirst(a: WithValidity, b: WithValidity): number {
  return Temporal.PlainDate.compare(b.valid.from, a.valid.from)
}

/**
 * A frame whose fare is nothing but zeros (the register's "Nultarief") is free time. Any other frame
 * with a fare is paid time, and costs the product type's own fare where it has one.
 */
function fareOf(rules: DayRules, frame: TimeFrame, date: Temporal.PlainDate): SlotFare | undefined {
  if (frame.fareCode === undefined) return undefined
  const bands = bandsOf(rules, frame.fareCode, date)
  if (bands?.every(({ amount }) => amount === zero)) return undefined
  const code = rules.ownFareCode ?? frame.fareCode
  return { code, bands: bandsOf(rules, code, date) ?? [] }
}

function bandsOf(rules: DayRules, code: string, date: Temporal.PlainDate) {
  const fare = rules.fares.find((each) => each.code === code)
  return fare && bandsOn(fare, date)
}

function momentOn({ timeZone }: DayRules, day: number, minute: number): Temporal.Instant {
  const date = epoch.add({ days: day + Math.floor(minute / 1440) })
  const time = { hour: Math.floor((minute % 1440) / 60), minute: minute % 60 }
  return date.toPlainDateTime(time).toZonedDateTime(timeZone).toInstant()
}
