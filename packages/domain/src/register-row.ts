/**
 * Reads one row of the parking register's open data, in which every value is a string.
 *
 * A bad row says why it is bad and stops nothing but itself: in here by throwing `Unreadable`, which
 * `readRows` turns into an entry of the list of rejected rows.
 */
import { parseDecimal, type Decimal } from './decimal.ts'
import type { DateRange } from './regulation.ts'

export type RegisterSet =
  | 'gebied'
  | 'gebiedregeling'
  | 'regeling'
  | 'tijdvak'
  | 'tariefberekening'
  | 'tariefdeel'
  | 'specialedag'

export type RegisterRow = Readonly<Record<string, string>>

/** A row that was read, with what it says; `index` is its place in its set. */
export type Entry<T> = {
  readonly set: RegisterSet
  readonly index: number
  readonly row: RegisterRow
  readonly value: T
}

export type Rejected = {
  readonly set: RegisterSet
  readonly index: number
  readonly row: unknown
  readonly reason: string
}

export type Sifted<T> = { readonly kept: readonly T[]; readonly rejected: readonly Rejected[] }

export type Source = {
  readonly set: RegisterSet
  readonly rows: readonly unknown[]
  /** The area manager's id: rows of others are passed over, because codes are unique within one. */
  readonly manager: string
}

class Unreadable extends Error {}

export function readRows<T>(
  { set, rows, manager }: Source,
  read: (row: RegisterRow) => T,
): Sifted<Entry<T>> {
  const kept: Entry<T>[] = []
  const rejected: Rejected[] = []
  for (const [index, row] of rows.entries()) {
    try {
      if (!isRegisterRow(row)) throw new Unreadable('is no row of strings')
      if (textIn(row, 'areamanagerid') !== manager) continue
      kept.push({ set, index, row, value: read(row) })
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      rejected.push({ set, index, row, reason: error.message })
    }
  }
  return { kept, rejected }
}

/** Keeps the entries that nothing speaks against. */
export function sift<E extends Entry<unknown>>(
  entries: readonly E[],
  reasonAgainst: (entry: E) => string | undefined,
): Sifted<E> {
  const kept: E[] = []
  const rejected: Rejected[] = []
  for (const entry of entries) {
    const reason = reasonAgainst(entry)
    if (reason === undefined) kept.push(entry)
    else rejected.push({ set: entry.set, index: entry.index, row: entry.row, reason })
  }
  return { kept, rejected }
}

export function unreadable(reason: string): never {
  throw new Unreadable(reason)
}

export function textIn(row: RegisterRow, name: string): string {
  return optionalTextIn(row, name) ?? unreadable(`${name} is missing`)
}

export function optionalTextIn(row: RegisterRow, name: string): string | undefined {
  const text = row[name]?.trim()
  return text === '' ? undefined : text
}

export function wholeIn(row: RegisterRow, name: string): number {
  const text = textIn(row, name)
  return /^\d{1,9}$/.test(text) ? Number(text) : unreadable(`${name} is no whole number: ${text}`)
}

/** Where the register writes "none" as 0, or leaves it out. */
export function positiveIn(row: RegisterRow, name: string): number | undefined {
  if (optionalTextIn(row, name) === undefined) return undefined
  const value = wholeIn(row, name)
  return value === 0 ? undefined : value
}

export function eurosIn(row: RegisterRow, name: string): Decimal {
  const text = textIn(row, name)
  return parseDecimal(text) ?? unreadable(`${name} is no amount in euros: ${text}`)
}

/** `uumm` as a number: 0, 202 and 1130 are 00:00, 02:02 and 11:30; 2400 ends the day. In minutes. */
export function clockTimeIn(row: RegisterRow, name: string): number {
  const value = wholeIn(row, name)
  const minute = Math.floor(value / 100) * 60 + (value % 100)
  return value % 100 < 60 && minute <= 1440
    ? minute
    : unreadable(`${name} is no time of the day: ${value}`)
}

/** Both ends of a validity; undefined where the row has no start, as dumps that lost their dates. */
export function validityIn(
  row: RegisterRow,
  [start, end]: readonly [start: string, end: string],
): DateRange | undefined {
  if (optionalTextIn(row, start) === undefined) return undefined
  const from = dateIn(row, start).date
  const until = optionalTextIn(row, end) === undefined ? undefined : endIn(row, end)
  if (!until) return { from }
  return Temporal.PlainDate.compare(from, until) < 0
    ? { from, until }
    : unreadable(`is not valid for a whole day: ${textIn(row, start)} to ${textIn(row, end)}`)
}

export function knownValidityIn(
  row: RegisterRow,
  names: readonly [start: string, end: string],
): DateRange {
  return validityIn(row, names) ?? unreadable(`${names[0]} is missing`)
}

/** The register writes an open end as a day in 2099 or 2999, and a last second for a midnight. */
function endIn(row: RegisterRow, name: string): Temporal.PlainDate | undefined {
  const { date, time } = dateIn(row, name)
  if (date.year >= 2099) return undefined
  return time === '235959' ? date.add({ days: 1 }) : date
}

const dateForm = /^(\d{4})-?(\d\d)-?(\d\d)(?:T?(\d\d):?(\d\d):?(\d\d)(?:\.0*)?)?$/

/** Three formats in one catalogue: YYYYMMDD, YYYYMMDDhhmmss in local time, and ISO 8601. */
export function dateIn(row: RegisterRow, name: string) {
  const text = textIn(row, name)
  const [, year, month, day, ...time] = dateForm.exec(text) ?? []
  try {
    return { date: Temporal.PlainDate.from(`${year}-${month}-${day}`), time: time.join('') }
  } catch {
    return unreadable(`${name} is no date: ${text}`)
  }
}

function isRegisterRow(row: unknown): row is RegisterRow {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return false
  return Object.values(row).every((value) => typeof value === 'string')
}
