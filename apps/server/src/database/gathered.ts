/**
 * A statement over records: those that travel together are one statement over all of them, because
 * PostgreSQL spends more on beginning a statement than on a row of it.
 */
import { invariant } from '@2park/domain/invariant'
import type { Bound } from './trip.ts'

/** For one record. */
export type Gathered<Row extends object> = Bound<Row> & { readonly record: string }

type Parts = {
  /** What its text calls a record. */
  readonly as: string
  /** The names and types of what is in one, as SQL. */
  readonly columns: string
  /**
   * The text, given what stands for the records in its `from`. Each has a `position` beside its
   * columns, and each row that is answered says by its `position` whose it is.
   */
  readonly text: (records: string) => string
}

/** `name` is one of a kind in the whole program, as that of any statement. */
export function gathered<Row extends object>(
  name: string,
  { as, columns, text: textOn }: Parts,
): (record: object) => Gathered<Row> {
  const names = columns.split(',').map((column) => column.trim().split(' ')[0])
  const text = textOn(`
    rows from (json_to_recordset($1::json) as (${columns}))
    with ordinality as ${as} (${names.join()}, position)`)
  return (fields) => {
    const record = JSON.stringify(fields)
    return { name, text, values: [`[${record}]`], record }
  }
}

/** Bytes as they are in a record. */
export function bytesInRecord(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}

type Load = {
  readonly bound: readonly Bound<object>[]
  /** What of the load's rows each list of statements asked for, in the order of the lists. */
  readonly share: (rows: readonly (readonly object[])[]) => (readonly object[])[][]
}

/** Where in a load a statement's rows are; of a gathered one, the position that they say. */
type Seat = { readonly at: number; readonly position: number | undefined }

/**
 * Makes one load of several lists of statements: what can be gathered is, at the first place that it
 * has. So what must be read before something else is asked together with it, in every list.
 */
export function gather(lists: readonly (readonly Bound<object>[])[]): Load {
  const bound: Bound<object>[] = []
  const gatherings = new Map<string, { readonly at: number; readonly records: string[] }>()
  const seatOf = (each: Bound<object>): Seat => {
    if (each.record === undefined) return { at: bound.push(each) - 1, position: undefined }
    const gathering = gatherings.get(each.name)
    if (gathering) return { at: gathering.at, position: gathering.records.push(each.record) }
    gatherings.set(each.name, { at: bound.length, records: [each.record] })
    return { at: bound.push(each) - 1, position: 1 }
  }
  const seats = lists.map((list) => list.map(seatOf))
  for (const { at, records } of gatherings.values()) {
    const first = bound[at]
    invariant(first !== undefined, 'a gathering has its place')
    bound[at] = { ...first, values: [`[${records.join()}]`] }
  }
  return {
    bound,
    share: (rows) => seats.map((list) => list.map((seat) => rowsFor(seat, rows[seat.at] ?? []))),
  }
}

function rowsFor({ position }: Seat, rows: readonly object[]): readonly object[] {
  if (position === undefined) return rows
  return rows.filter((row) => 'position' in row && row.position === position)
}
