/** Paid hours and fares of the towns of tests, as the register would have them. */
import { decimal } from '@2park/domain/decimal'
import type { RegisterImport } from '@2park/domain/register-import'
import type { TimeFrame, Weekday } from '@2park/domain/regulation'

export type Frame = Partial<Omit<TimeFrame, 'day'>>

type Area = { readonly code?: string | undefined; readonly name?: string | undefined }

const always = { from: Temporal.PlainDate.from('2020-01-01') }
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** An area in which visitors pay €2.40 an hour, every day from 9 to 22 where it is not said. */
export function rulesWith(
  frame: Frame,
  { code = 'A', name = 'Centrum' }: Area = {},
): RegisterImport {
  return {
    areas: [areaOf(code, name, [{ usage: 'BEZOEKP', regulationCode: 'R' }])],
    regulations: [regulationOf('R', 'T', frame)],
    fares: [fareOf('T', '0.04')],
    specialDays: [],
    rejected: [],
  }
}

/** Streets by their names, each with what a minute costs there: visitors pay as they do everywhere. */
export function rulesOfStreets(
  streets: Readonly<Record<string, string>>,
  frame: Frame,
): RegisterImport {
  const names = Object.keys(streets)
  const forVisitors = { usage: 'BEZOEKP', regulationCode: 'R' }
  return {
    areas: names.map((name) =>
      areaOf(name.toUpperCase(), name, [forVisitors, { usage: 'BETAALDP', regulationCode: name }]),
    ),
    regulations: [
      regulationOf('R', 'T', frame),
      ...names.map((name) => regulationOf(name, name, frame)),
    ],
    fares: Object.entries(streets).map(([name, perMinute]) => fareOf(name, perMinute)),
    specialDays: [],
    rejected: [],
  }
}

type Used = { readonly usage: string; readonly regulationCode: string }

function areaOf(
  code: string,
  name: string,
  used: readonly Used[],
): RegisterImport['areas'][number] {
  const regulations = used.map(({ usage, regulationCode }) => ({
    usage,
    regulationCode,
    valid: always,
  }))
  return { code, name, valid: always, regulations }
}

function regulationOf(
  code: string,
  fareCode: string,
  frame: Frame,
): RegisterImport['regulations'][number] {
  const nineToTen = {
    valid: always,
    fromMinute: 9 * 60,
    untilMinute: 22 * 60,
    rightPossible: true,
    fareCode,
    ...frame,
  }
  const timeFrames = weekdays.map((weekday) => ({ day: { weekday }, ...nineToTen }))
  return { code, description: 'every day from 9 to 22', valid: always, timeFrames }
}

function fareOf(code: string, perMinute: string): RegisterImport['fares'][number] {
  const part = {
    valid: always,
    fromMinute: 0,
    stepMinutes: 1,
    amountPerStep: decimal(perMinute),
  }
  return { code, description: `${perMinute} a minute`, parts: [part] }
}
