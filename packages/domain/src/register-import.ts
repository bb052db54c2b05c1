/**
 * Reads a municipality's real rules from the open data of the national parking register (RDW).
 *
 * Rows come as the register serves them: strings, three date formats, day names of the town's own,
 * all versions there ever were. A row that can't be read, or that contradicts another, is listed
 * with the reason and refuses nothing else. A frame keeps a fare code whose fare was rejected: that
 * the time is paid is known, and a product type may bring a fare of its own.
 */
import { importAreas, type RegisterArea } from './register-areas.ts'
import { importFares, type RegisterFare } from './register-fares.ts'
import { importRegulations, type RegisterRegulation } from './register-regulations.ts'
import {
  dateIn,
  readRows,
  textIn,
  type RegisterRow,
  type RegisterSet,
  type Rejected,
  type Source,
} from './register-row.ts'
import type { SpecialDay } from './regulation.ts'

/** The register's sets by their Dutch names; each an array of rows, unread. */
export type RegisterRows = {
  readonly gebied?: readonly unknown[]
  readonly gebiedregeling?: readonly unknown[]
  readonly regeling: readonly unknown[]
  readonly tijdvak: readonly unknown[]
  readonly tariefberekening: readonly unknown[]
  readonly tariefdeel: readonly unknown[]
  readonly specialedag?: readonly unknown[]
}

export type RegisterImport = {
  readonly areas: readonly RegisterArea[]
  readonly regulations: readonly RegisterRegulation[]
  readonly fares: readonly RegisterFare[]
  readonly specialDays: readonly SpecialDay[]
  readonly rejected: readonly Rejected[]
}

/** `manager` is the municipality's `areamanagerid`; rows of other managers are passed over. */
export function importRegister(rows: RegisterRows, manager: string): RegisterImport {
  const source = (set: RegisterSet): Source => ({ set, rows: rows[set] ?? [], manager })
  const { fares, codes, ...fareReport } = importFares(
    source('tariefberekening'),
    source('tariefdeel'),
  )
  const { regulations, ...regulationReport } = importRegulations(
    source('regeling'),
    source('tijdvak'),
    codes,
  )
  const { areas, ...areaReport } = importAreas(
    source('gebied'),
    source('gebiedregeling'),
    new Set(regulations.map(({ code }) => code)),
  )
  const specialDays = readRows(source('specialedag'), readSpecialDay)
  return {
    areas,
    regulations,
    fares,
    specialDays: specialDays.kept.map(({ value }) => value),
    rejected: [
      ...areaReport.rejected,
      ...regulationReport.rejected,
      ...fareReport.rejected,
      ...specialDays.rejected,
    ],
  }
}

function readSpecialDay(row: RegisterRow): SpecialDay {
  return { date: dateIn(row, 'datespecialday').date, name: textIn(row, 'namespecialday') }
}
