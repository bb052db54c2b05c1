/**
 * Makes regulations of the sets REGELING and TIJDVAK, the time frames in them.
 *
 * Frames of one regulation and day name may not overlap. Two that do and became valid on different
 * dates are versions, and both are kept; of two from the same date the one that comes later in the
 * set is rejected. The register splits a night over two days, so no frame in it passes midnight.
 */
import { haveMinutesInCommon } from './parking-day.ts'
import {
  clockTimeIn,
  eurosIn,
  knownValidityIn,
  optionalTextIn,
  positiveIn,
  readRows,
  sift,
  textIn,
  unreadable,
  type Entry,
  type RegisterRow,
  type Source,
} from './register-row.ts'
import type { DayType, Regulation, TimeFrame, Weekday } from './regulation.ts'

export type RegisterRegulation = Regulation & { readonly description: string }

type FrameOf = { readonly regulation: string; readonly frame: TimeFrame }

const weekdays: ReadonlyMap<string, Weekday> = new Map<string, Weekday>([
  ['MAANDAG', 1],
  ['DINSDAG', 2],
  ['WOENSDAG', 3],
  ['DONDERDAG', 4],
  ['VRIJDAG', 5],
  ['ZATERDAG', 6],
  ['ZONDAG', 7],
])

export function importRegulations(
  regulationRows: Source,
  frameRows: Source,
  fareCodes: ReadonlySet<string>,
) {
  const regulations = readRows(regulationRows, readRegulation)
  const frames = readRows(frameRows, readFrame)
  const codes = new Set(regulations.kept.map(({ value }) => value.code))
  const known = sift(frames.kept, ({ value: { regulation, frame } }) => {
    if (!codes.has(regulation)) return `unknown regulation: ${regulation}`
    const isFareKnown = frame.fareCode === undefined || fareCodes.has(frame.fareCode)
    return isFareKnown ? undefined : `unknown fare code: ${frame.fareCode}`
  })
  const apart = withoutOverlaps(known.kept)
  const framesOf = Map.groupBy(apart.kept, ({ value }) => value.regulation)
  return {
    regulations: regulations.kept.map(({ value }) => withFrames(value, framesOf.get(value.code))),
    rejected: [...regulations.rejected, ...frames.rejected, ...known.rejected, ...apart.rejected],
  }
}

function readRegulation(row: RegisterRow): Omit<RegisterRegulation, 'timeFrames'> {
  const code = textIn(row, 'regulationid')
  const maximumPerDay =
    optionalTextIn(row, 'maximumdaycharge') === undefined ? 0 : eurosIn(row, 'maximumdaycharge')
  return {
    code,
    description: optionalTextIn(row, 'regulationdesc') ?? code,
    valid: knownValidityIn(row, ['startdateregulation', 'enddateregulation']),
    ...(maximumPerDay !== 0 && { maximumPerDay }),
  }
}

function withFrames(
  regulation: Omit<RegisterRegulation, 'timeFrames'>,
  frames: readonly Entry<FrameOf>[] = [],
): RegisterRegulation {
  return { ...regulation, timeFrames: frames.map(({ value }) => value.frame) }
}

function readFrame(row: RegisterRow): FrameOf {
  const fromMinute = clockTimeIn(row, 'starttimetimeframe')
  const untilMinute = clockTimeIn(row, 'endtimetimeframe')
  if (untilMinute <= fromMinute) return unreadable('ends before it begins')
  const fareCode = optionalTextIn(row, 'farecalculationcode')
  const rightPossible = isRightPossible(row)
  if (!rightPossible && fareCode !== undefined)
    return unreadable('has a fare, but no right can be had')
  const longestStayMinutes = positiveIn(row, 'maxdurationright')
  const leastInterruptionMinutes = positiveIn(row, 'minparkinginterruption')
  const resetMinutes = positiveIn(row, 'resetdurationtimeframe')
  const frame: TimeFrame = {
    day: dayTypeOf(textIn(row, 'daytimeframe')),
    valid: knownValidityIn(row, ['startdatetimeframe', 'enddatetimeframe']),
    fromMinute,
    untilMinute,
    rightPossible,
    ...(fareCode !== undefined && { fareCode }),
    ...(longestStayMinutes !== undefined && { longestStayMinutes }),
    ...(leastInterruptionMinutes !== undefined && { leastInterruptionMinutes }),
    ...(resetMinutes !== undefined && { resetMinutes }),
  }
  return { regulation: textIn(row, 'regulationid'), frame }
}

function isRightPossible(row: RegisterRow): boolean {
  const text = textIn(row, 'claimrightpossible')
  if (text !== 'J' && text !== 'N') return unreadable(`claimrightpossible is not J or N: ${text}`)
  return text === 'J'
}

/** Any name that is no weekday is a day of the municipality's own. */
function dayTypeOf(name: string): DayType {
  const weekday = weekdays.get(name)
  return weekday === undefined ? { specialDay: name } : { weekday }
}

function withoutOverlaps(entries: readonly Entry<FrameOf>[]) {
  const taken = new Map<string, TimeFrame[]>()
  return sift(entries, ({ value: { regulation, frame } }) => {
    const { weekday, specialDay } = frame.day
    const key = [regulation, weekday, specialDay, frame.valid.from].join('|')
    const earlier = taken.get(key) ?? []
    if (earlier.some((other) => haveMinutesInCommon(other, frame)))
      return 'overlaps another frame of that day'
    taken.set(key, [...earlier, frame])
    return undefined
  })
}
