/** Reads docs/reference/tariff-cases.md: the example town, and the tables of cases that it must meet. */
import { readFileSync } from 'node:fs'
import { amount, type Amount, type Unit } from '../src/amount.ts'
import { centsRoundedHalfUp, decimal } from '../src/decimal.ts'
import { importRegister } from '../src/register-import.ts'
import type { AreaRules, DateRange, DayType, Fare, TimeFrame, Weekday } from '../src/regulation.ts'
import { compileTariff, type Tariff } from '../src/tariff.ts'
import { casesOf, pages, timeZone, weekdays, type Row } from './case-tables.ts'

/** The rows of every table that has a column of that name. */
export const rowsWith = casesOf('tariff-cases.md')
const always = '2020-01-01'

export function tariffOf(row: Row): Tariff {
  const ownFareCode = row['own fare'] || undefined
  return compileTariff({ rules: rulesOf(row), unit: unitOf(row), ownFareCode })
}

/** Every minute of every day is paid at the fare: '344 TAR03' of the register's rows. */
export function registerTariff({ fare = '' }: Row): Tariff {
  const [manager = '', code = ''] = fare.split(' ')
  const [headers, parts] = ['tariefberekening', 'tariefdeel'].map(registerRows)
  const { fares, rejected } = importRegister(
    { regeling: [], tijdvak: [], tariefberekening: headers ?? [], tariefdeel: parts ?? [] },
    manager,
  )
  if (rejected.length > 0) throw new Error(`rejected: ${JSON.stringify(rejected)}`)
  const town = townOf([{ days: 'Mon–Sun', from: '00:00', until: '24:00', fare: code }])
  return compileTariff({ rules: { ...town, fares }, unit: 'money' })
}

/** '4.80', '01:30:00' or '1', in the row's unit. */
export function amountIn(text: string, row: Row): Amount {
  switch (unitOf(row)) {
    case 'money':
      return centsRoundedHalfUp(decimal(text))
    case 'time':
      return amount(text.split(':').reduce((total, part) => total * 60 + Number(part), 0))
    case 'count':
      return amount(Number(text))
    case 'none':
    default:
      throw new Error(`no such unit: ${row['unit']}`)
  }
}

function unitOf({ unit = 'money' }: Row): Unit {
  return unit as Unit
}

function rulesOf(row: Row): AreaRules {
  const frames = rowsWith('day maximum').filter(({ area }) => area === row['area'])
  if (frames.length === 0) throw new Error(`no such area: ${row['area']}`)
  return townOf(frames, row['count'] === 'per session' ? 'perSession' : 'perDay')
}

function townOf(
  frames: readonly Row[],
  paidMinutesCount: AreaRules['paidMinutesCount'] = 'perDay',
): AreaRules {
  const valid = validOf({})
  const maximum = frames.find((frame) => frame['day maximum'])?.['day maximum']
  const regulation = {
    code: 'EXAMPLE',
    valid,
    timeFrames: frames.flatMap(timeFramesOf),
    ...(maximum && { maximumPerDay: decimal(maximum) }),
  }
  const specialDays = rowsWith('special day').map((row) => ({
    date: Temporal.PlainDate.from(row['date'] ?? ''),
    name: row['special day'] ?? '',
  }))
  const regulations = [{ valid, regulation }]
  return { timeZone, regulations, fares: exampleFares(), specialDays, paidMinutesCount }
}

function exampleFares(): Fare[] {
  const byCode = Map.groupBy(rowsWith('step'), ({ fare = '' }) => fare)
  return [...byCode].map(([code, rows]) => ({
    code,
    parts: rows.map((row) => ({
      valid: validOf(row),
      fromMinute: Number(row['from minute']),
      stepMinutes: Number(row['step']),
      amountPerStep: decimal(row['amount'] ?? ''),
      ...(row['until minute'] && { untilMinute: Number(row['until minute']) }),
    })),
  }))
}

function timeFramesOf(row: Row): TimeFrame[] {
  return dayTypesOf(row['days'] ?? '').map((day) => timeFrameOn(day, row))
}

function timeFrameOn(day: DayType, row: Row): TimeFrame {
  return {
    day,
    valid: validOf(row),
    fromMinute: minuteIn(row['from']),
    untilMinute: minuteIn(row['until']),
    rightPossible: true,
    ...(row['fare'] && { fareCode: row['fare'] }),
    ...(row['longest stay'] && { longestStayMinutes: Number(row['longest stay']) }),
  }
}

/** 'Fri', 'Mon–Sat' or the name of a special day. */
function dayTypesOf(text: string): DayType[] {
  const [first = '', last = first] = text.split('–')
  const from = weekdays.indexOf(first) + 1
  if (from === 0) return [{ specialDay: text }]
  const length = weekdays.indexOf(last) + 2 - from
  return Array.from({ length }, (_, index) => ({ weekday: (from + index) as Weekday }))
}

function validOf(row: Row): DateRange {
  const from = Temporal.PlainDate.from(row['valid from'] || always)
  const until = row['valid until']
  return until ? { from, until: Temporal.PlainDate.from(until) } : { from }
}

function minuteIn(time = ''): number {
  const [hours, minutes] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

function registerRows(set: string): readonly unknown[] {
  return JSON.parse(readFileSync(new URL(`register-rows/${set}.json`, pages), 'utf8'))
}
