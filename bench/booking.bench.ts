/**
 * How many bookings a second, against what PostgreSQL itself can do on this machine?
 *
 * A booking is the whole command: overlaps, places, price, session, two ledger entries, balance,
 * audit. `pgbench` runs its TPC-B-like transaction on the same server, in turns with ours, with
 * sixteen clients each. The same again over HTTP, where a booking also proves who asks and keeps its
 * answer for a retry. At the end the ledger must add up, and memory is counted.
 */
import { randomUUIDv7 } from 'node:crypto'
import { closeDatabase, openDatabase, type Database } from '../apps/server/src/database/database.ts'
import {
  createDatabase,
  startTemporaryPostgres,
  type EmbeddedPostgres,
} from '../apps/server/src/database/embedded-postgres.ts'
import { migrate } from '../apps/server/src/database/migrate.ts'
import { startSession } from '../apps/server/src/modules/parking-sessions/index.ts'
import { anySecrets } from '../apps/server/test/any-secrets.ts'
import { listLedgerErrors } from '../apps/server/test/ledger-errors.ts'
import { prepareHttpLoad } from './http-load.ts'
import { familyMegabytes, residentMegabytes } from './memory.ts'
import { findPgbench, type Pgbench } from './pgbench.ts'
import { cannotCompare, median, report, say } from './report.ts'
import { startServer } from './server-process.ts'
import { fillTown, type Resident } from './town.ts'

const clients = 16
const seconds = 4
const rounds = 5

export async function benchBooking(): Promise<void> {
  const pgbench = findPgbench()
  if (!pgbench) return cannotCompare('booking', 'there is no pgbench, and none can be installed')
  const postgres = await startTemporaryPostgres({ durable: true })
  try {
    await compare(postgres, pgbench)
  } finally {
    await postgres.stop()
  }
}

async function compare(postgres: EmbeddedPostgres, pgbench: Pgbench): Promise<void> {
  const limitUrl = await createDatabase(postgres, 'limit')
  pgbench.initialise(limitUrl, 20)
  const limit = () => pgbench.rate(limitUrl, { clients, seconds })

  const url = await createDatabase(postgres, 'town')
  await migrate(url)
  limit()
  const residents = await usingDatabase(url, async (db) => {
    const people = await fillTown(db, Temporal.Now.instant())
    await bookFor(1, { db, residents: people })
    const ours = () => bookFor(seconds, { db, residents: people })
    await inTurns('booking-vs-pgbench', 0.6, { limit, ours })
    return people
  })
  await overHttp({ url, residents, limit, postgres })
  await usingDatabase(url, auditLedger)
}

/** Closed again before others come, because the server takes only so many connections. */
async function usingDatabase<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(url, { max: clients })
  try {
    return await work(db)
  } finally {
    await closeDatabase(db)
  }
}

type Turns = { readonly limit: () => number; readonly ours: () => Promise<number> }

async function inTurns(name: string, goal: number, { limit, ours }: Turns): Promise<void> {
  const ratios: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const most = limit()
    const rate = await ours()
    ratios.push(rate / most)
    say(`  ${name}: ${Math.round(rate)}/s beside ${Math.round(most)}/s`)
  }
  report({ name, ratio: median(ratios), goal })
}

type Town = { readonly db: Database; readonly residents: readonly Resident[] }

/** Bookings a second by so many clients at once, each of which books again when it has booked. */
async function bookFor(duration: number, { db, residents }: Town): Promise<number> {
  const world = {
    db,
    now: () => Temporal.Now.instant(),
    publicUrl: new URL('http://localhost'),
    secrets: anySecrets(),
  }
  const begin = performance.now()
  const deadline = begin + duration * 1000
  let booked = 0
  const client = async () => {
    while (performance.now() < deadline) {
      const resident = residents[Math.floor(Math.random() * residents.length)]
      if (!resident) return
      await startSession(world, { accountId: resident.accountId }, visit(resident))
      booked += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return booked / ((performance.now() - begin) / 1000)
}

function visit({ productId }: Resident) {
  const plate = { number: `B${randomUUIDv7().slice(-8).toUpperCase()}`, country: 'NL' }
  const end = Temporal.Now.instant().add({ hours: 2 })
  return { productId, plate, start: 'now', end } as const
}

type OverHttp = {
  readonly url: string
  readonly residents: readonly Resident[]
  readonly limit: () => number
  readonly postgres: EmbeddedPostgres
}

async function overHttp({ url, residents, limit, postgres }: OverHttp): Promise<void> {
  const load = prepareHttpLoad(residents)
  if (!load) return cannotCompare('booking-over-http', 'there is no wrk, and none can be installed')
  const server = await startServer(url)
  try {
    await load.rate(server.address, { seconds: 2 })
    const ours = () => load.rate(server.address, { seconds })
    await inTurns('booking-over-http-vs-pgbench', 0.35, { limit, ours })
    const serverMegabytes = residentMegabytes(server.pid)
    const postgresMegabytes = familyMegabytes(postgres.pid)
    say(`memory after the run: server ${Math.round(serverMegabytes)} MB (limit 200)`)
    say(`memory after the run: PostgreSQL ${Math.round(postgresMegabytes)} MB (limit 150)`)
    report({ name: 'server-memory-limit-vs-use', ratio: 200 / serverMegabytes, goal: 1 })
    report({ name: 'postgresql-memory-limit-vs-use', ratio: 150 / postgresMegabytes, goal: 1 })
  } finally {
    await server.stop()
  }
}

async function auditLedger(db: Database): Promise<void> {
  const errors = await listLedgerErrors(db)
  if (errors.length > 0) throw new Error(`the ledger does not add up:\n${errors.join('\n')}`)
  say('  the ledger adds up')
}
