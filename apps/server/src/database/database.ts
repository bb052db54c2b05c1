/**
 * The connection to PostgreSQL, and the two ways to open a transaction on it.
 *
 * Most commands take Kysely's `db.transaction()`. What many people do at once takes a pipe: several
 * statements in one round trip, each parsed once per connection, within a transaction or without.
 */
import { invariant } from '@2park/domain/invariant'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { postgresTypes } from './postgres-types.ts'
import { sharedTrips, type SharedTrips } from './shared-trips.ts'
import type { Tables } from './tables.ts'
import { travel, type Bound, type Rows, type Value } from './trip.ts'

export type { Bound } from './trip.ts'

export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>

/** The connections of its pipes. They wait for nobody who holds a transaction of another pool. */
type Hot = {
  /** For shared trips alone, which wait for no lock: those who do take none of theirs. */
  readonly trips: pg.Pool
  readonly pool: pg.Pool
  readonly look: SharedTrips
  readonly write: SharedTrips
}
const hots = new WeakMap<Database, Hot>()

const settings = [
  // The wire says instants in UTC, so that reading them asks for no rules of a time zone.
  '-c timezone=UTC',
  // A prepared statement is planned once and not at each call: planning is a third of a booking.
  '-c plan_cache_mode=force_generic_plan',
].join(' ')

/**
 * How many connections carry shared trips; of writing, one while another waits for the disk. Few,
 * because they are hardly ever idle: a booking costs half as much on three as on sixteen.
 */
const lanes = { look: 1, write: 2 }
/** For who was overtaken, and waits for a lock. */
const hotConnections = 4

export function openDatabase(url: string, { max = 16 }: { max?: number } = {}): Database {
  const db: Database = new Kysely({ dialect: new PostgresDialect({ pool: openPool(url, max) }) })
  const trips = openPool(url, lanes.look + lanes.write)
  hots.set(db, {
    trips,
    pool: openPool(url, hotConnections),
    look: sharedTrips(trips, lanes.look),
    write: sharedTrips(trips, lanes.write),
  })
  return db
}

function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    types: postgresTypes,
    options: settings,
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
  return pool
}

export async function closeDatabase(db: Database): Promise<void> {
  const { trips, pool } = hotOf(db)
  await Promise.all([db.destroy(), trips.end(), pool.end()])
}

/** SQL that is parsed once per connection; bound to its values by calling it. */
export type Statement<Row extends object> = (...values: readonly Value[]) => Bound<Row>

/** `name` is one of a kind in the whole program: a connection knows the statement by it. */
export function statement<Row extends object = never>(name: string, text: string): Statement<Row> {
  return (...values) => ({ name, text, values })
}

/**
 * Sends the statements in one go and answers the rows of each. They run in their order, and each
 * sees what others had committed when it began.
 */
export type Ask = <const B extends readonly Bound<object>[]>(...bound: B) => Promise<Rows<B>>

export type Pipe = {
  readonly ask: Ask
  /** The same, and commits behind it in the same round trip. Nothing can be asked after this. */
  readonly commit: Ask
}

/**
 * Each of its trips is a transaction of its own, shared with whoever travels along: what is read may
 * have changed when one writes, and what is written must wait for no row that another holds.
 */
export function pipeOf(db: Database): Pipe {
  const { look, write } = hotOf(db)
  return { ask: askBy(look), commit: askBy(write) }
}

function askBy(trips: SharedTrips): Ask {
  return async <const B extends readonly Bound<object>[]>(...bound: B) =>
    (await trips(bound)) as unknown as Rows<B>
}

async function alone<const B extends readonly Bound<object>[]>(pool: pg.Pool, bound: B) {
  const client = await pool.connect()
  try {
    return await travel(client, bound)
  } finally {
    client.release()
  }
}

/** One transaction, begun together with its first statements. Without `commit`, nothing happened. */
export async function hotTransaction<T>(
  db: Database,
  work: (pipe: Pipe) => Promise<T>,
): Promise<T> {
  const client = await hotOf(db).pool.connect()
  const transaction: { stage: 'fresh' | 'begun' | 'ended' | 'committed' } = { stage: 'fresh' }
  const go = async <const B extends readonly Bound<object>[]>(bound: B, isLast: boolean) => {
    const { stage } = transaction
    invariant(stage === 'fresh' || stage === 'begun', 'what has ended is asked nothing')
    const opening = stage === 'fresh' ? [begin()] : []
    transaction.stage = isLast ? 'ended' : 'begun'
    const rows = await travel(client, [...opening, ...bound, ...(isLast ? [end()] : [])])
    if (isLast) transaction.stage = 'committed'
    return rows.slice(opening.length, opening.length + bound.length) as unknown as Rows<B>
  }
  let broken: Error | undefined
  try {
    return await work({
      ask: (...bound) => go(bound, false),
      commit: (...bound) => go(bound, true),
    })
  } finally {
    if (transaction.stage !== 'committed') {
      await client.query('rollback').catch((error) => (broken = error))
    }
    client.release(broken)
  }
}

const begin = statement('begin', 'begin')
const end = statement('commit', 'commit')

/** One statement outside a transaction, parsed once per connection. */
export async function run<Row extends object>(
  db: Database,
  bound: Bound<Row>,
): Promise<readonly Row[]> {
  const [rows] = await alone(hotOf(db).pool, [bound])
  return rows
}

/** The same for a look-up by key that many make at once: it shares its trip with others. */
export async function lookUp<Row extends object>(
  db: Database,
  bound: Bound<Row>,
): Promise<readonly Row[]> {
  const [rows] = await pipeOf(db).ask(bound)
  return rows
}

function hotOf(db: Database): Hot {
  const hot = hots.get(db)
  invariant(hot !== undefined, 'a pipe is opened on the database, not within a transaction')
  return hot
}
