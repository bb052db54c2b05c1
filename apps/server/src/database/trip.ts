/**
 * Several statements in one round trip: sent together, answered together.
 *
 * The driver ends every statement by a `Sync`, at which PostgreSQL answers at once; a booking would
 * be woken five times for its two trips. A trip has one, at its end. It speaks the extended protocol
 * through the driver's interface for queries of one's own, and asks what the rows of a statement
 * look like only the first time that a connection hears of it.
 */
import { invariant } from '@2park/domain/invariant'
import type pg from 'pg'
import { parserOf } from './postgres-types.ts'

export type Value =
  | string
  | number
  | boolean
  | Buffer
  | Temporal.Instant
  | Temporal.PlainDate
  | null
  | undefined

/** A statement with its values. Its `name` is one of a kind: a connection knows it by that. */
export type Bound<Row extends object> = {
  readonly name: string
  readonly text: string
  readonly values: readonly Value[]
  /** Of a statement over records: the one that it is bound to, as JSON. */
  readonly record?: string
  /** Only for the compiler: what its rows look like. */
  readonly row?: Row
}

export type Rows<B extends readonly Bound<object>[]> = {
  readonly [I in keyof B]: B[I] extends Bound<infer Row> ? readonly Row[] : never
}

/**
 * The rows of each statement. When one fails those behind it are not executed and it rejects; those
 * before it are undone, unless a transaction was open before that still is.
 */
export async function travel<const B extends readonly Bound<object>[]>(
  client: pg.PoolClient,
  bound: B,
): Promise<Rows<B>> {
  const rows = await new Promise<object[][]>((resolve, reject) => {
    client.query(new Trip(bound, { resolve, reject }))
  })
  // The rows are as each statement declared them, and the compiler can't follow that through `map`.
  return rows as unknown as Rows<B>
}

type Column = { readonly name: string; readonly parse: (text: string) => unknown }

/** What each connection has heard of: the columns of a statement's rows, by its name. */
const heard = new WeakMap<pg.Connection, Map<string, readonly Column[]>>()

type Outcome = {
  readonly resolve: (rows: object[][]) => void
  readonly reject: (error: Error) => void
}

class Trip implements pg.Submittable {
  readonly #bound: readonly Bound<object>[]
  readonly #outcome: Outcome
  readonly #rows: object[][] = []
  #known = new Map<string, readonly Column[]>()
  #columns: readonly Column[] = []
  #current: object[] = []
  #misread: Error | undefined

  constructor(bound: readonly Bound<object>[], outcome: Outcome) {
    this.#bound = bound
    this.#outcome = outcome
  }

  submit(connection: pg.Connection): void {
    this.#known = heard.get(connection) ?? new Map()
    heard.set(connection, this.#known)
    connection.stream.cork()
    for (const { name, text, values } of this.#bound) {
      const isNew = !this.#known.has(name)
      if (isNew) {
        // Of a trip that failed it may be there all the same: closing what isn't there is no error.
        connection.close({ type: 'S', name }, true)
        connection.parse({ name, text, types: [] }, true)
      }
      connection.bind({ statement: name, values: values.map(asSent) }, true)
      if (isNew) connection.describe({ type: 'P' }, true)
      connection.execute(null, true)
    }
    connection.sync()
    connection.stream.uncork()
    this.#expect()
  }

  handleRowDescription({ fields }: { readonly fields: readonly pg.FieldDef[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({ name, parse: parserOf(dataTypeID) }))
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    try {
      this.#current.push(toRow(this.#columns, fields))
    } catch (error) {
      this.#misread = error instanceof Error ? error : new Error(String(error))
    }
  }

  handleCommandComplete(): void {
    const { name } = this.#bound[this.#rows.length] ?? {}
    invariant(name !== undefined, 'no more answers than statements')
    this.#known.set(name, this.#columns)
    this.#rows.push(this.#current)
    this.#expect()
  }

  handleReadyForQuery(): void {
    if (this.#misread) this.#outcome.reject(this.#misread)
    else this.#outcome.resolve(this.#rows)
  }

  handleError(error: Error): void {
    this.#outcome.reject(error)
  }

  /** The rows of the next statement; what a connection has heard of is not described again. */
  #expect(): void {
    const next = this.#bound[this.#rows.length]
    this.#columns = (next && this.#known.get(next.name)) ?? []
    this.#current = []
  }
}

function toRow(columns: readonly Column[], fields: readonly (string | null)[]): object {
  const row: Record<string, unknown> = {}
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index]
    const field = fields[index] ?? null
    if (column) row[column.name] = field === null ? null : column.parse(field)
  }
  return row
}

function asSent(value: Value): Buffer | string | null {
  if (value === null || value === undefined) return null
  return Buffer.isBuffer(value) ? value : String(value)
}
