/**
 * The connection to PostgreSQL, and the two ways to open a transaction on it.
 *
 * Most commands take Kysely's `db.transaction()`. Those that many people do at once take
 * `hotTransaction`: it sends several statements in one go, each parsed once per connection, so that
 * a booking holds its locks for two round trips.
 */
import { invariant } from '@2park/domain/invariant'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { postgresTypes } from './postgres-types.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>

const pools = new WeakMap<Database, pg.Pool>()

const settings = [
  // The wire says instants in UTC, so that reading them asks for no rules of a time zone.
  '-c timezone=UTC',
  // A prepared statement is planned once and not at each call: planning is a third of a booking.
  '-c plan_cache_mode=force_generic_plan',
].join(' ')

export function openDatabase(url: string, { max = 16 }: { max?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    types: postgresTypes,
    options: settings,
    pipeline: true,
    max,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
  })
  // A connection that breaks fails what is asked of it, and the pool replaces it. Unheard, its
  // `error` event would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db: Database = new Kysely({ dialect: new PostgresDialect({ pool }) })
  pools.set(db, pool)
  return db
}

/** Kysely ends the pool only if it has used it itself; hot transactions go past it. */
export async function closeDatabase(db: Database): Promise<void> {
  const pool = poolOf(db)
  await db.destroy()
  if (!pool.ending) await pool.end()
}

/** SQL that is parsed once per connection; bound to its values by calling it. */
export type Statement<Row extends object> = (...values: readonly unknown[]) => Bound<Row>

export type Bound<Row extends object> = {
  readonly name: string
  readonly text: string
  readonly values: unknown[]
  /** Only for the compiler: what its rows look like. */
  readonly row?: Row
}

/** `name` is one of a kind in the whole program: a connection knows the statement by it. */
export function statement<Row extends object = never>(name: string, text: string): Statement<Row> {
  return (...values) => ({ name, text, values: [...values] })
}

type Rows<B extends readonly Bound<object>[]> = {
  readonly [I in keyof B]: B[I] extends Bound<infer Row> ? readonly Row[] : never
}

export type Pipe = {
  /**
   * Sends the statements in one go and answers the rows of each. They run in their order, and each
   * sees what others had committed when it began: what stands behind a lock is read under it.
   */
  readonly ask: <const B extends readonly Bound<object>[]>(...bound: B) => Promise<Rows<B>>
  /** The same, and commits behind it in the same round trip. Nothing can be asked after this. */
  readonly commit: <const B extends readonly Bound<object>[]>(...bound: B) => Promise<Rows<B>>
}

/** One transaction, begun together with its first statements. Without `commit`, nothing happened. */
export async function hotTransaction<T>(
  db: Database,
  work: (pipe: Pipe) => Promise<T>,
): Promise<T> {
  const client = await poolOf(db).connect()
  const transaction: { stage: 'fresh' | 'begun' | 'ended' } = { stage: 'fresh' }
  const go = <const B extends readonly Bound<object>[]>(bound: B, closing: readonly Plain[]) => {
    invariant(transaction.stage !== 'ended', 'a transaction that has ended is asked nothing')
    const opening = transaction.stage === 'fresh' ? [begin] : []
    transaction.stage = closing.length === 0 ? 'begun' : 'ended'
    return inOneGo(client, { opening, bound, closing })
  }
  let broken: Error | undefined
  try {
    return await work({ ask: (...bound) => go(bound, []), commit: (...bound) => go(bound, [end]) })
  } finally {
    if (transaction.stage === 'begun') {
      await client.query('rollback').catch((error) => (broken = error))
    }
    client.release(broken)
  }
}

/** One statement outside a transaction, parsed once per connection. */
export async function run<Row extends object>(
  db: Database,
  bound: Bound<Row>,
): Promise<readonly Row[]> {
  const { rows } = await poolOf(db).query<Row>(bound)
  return rows
}

type Plain = { readonly text: string }
const begin: Plain = { text: 'begin' }
const end: Plain = { text: 'commit' }

type Flight<B> = {
  readonly opening: readonly Plain[]
  readonly bound: B
  readonly closing: readonly Plain[]
}

/** Awaits every answer, also after a failure, so that a connection is quiet when it's handed back. */
async function inOneGo<const B extends readonly Bound<object>[]>(
  client: pg.PoolClient,
  { opening, bound, closing }: Flight<B>,
): Promise<Rows<B>> {
  const { stream } = client.connection
  stream.cork()
  const answers = [...opening, ...bound, ...closing].map((query) => client.query<object>(query))
  stream.uncork()
  await Promise.allSettled(answers)
  const results = await Promise.all(answers)
  const ofBound = results.slice(opening.length, opening.length + bound.length)
  // The rows are as each statement declared them, and the compiler can't follow that through `map`.
  return ofBound.map(({ rows }) => rows) as unknown as Rows<B>
}

function poolOf(db: Database): pg.Pool {
  const pool = pools.get(db)
  invariant(pool !== undefined, 'a hot transaction is opened on the database, not within another')
  return pool
}
