/**
 * How late is a screen that nobody touches, and what does it cost to tell a thousand people of what
 * changes?
 *
 * What is booked elsewhere stands on the screen within two seconds: measured from the moment at which the
 * booking is sent, which is before it is committed, and in Chromium, so the slowest round is on the
 * safe side. Each begins right after the last, and so right after the server has asked: it waits
 * longest.
 *
 * Twice a second the server asks what state the products of its listeners are in. Measured is how much
 * of that half second the asking takes, of one connection, while nothing else is done.
 */
import { randomUUID } from 'node:crypto'
import { closeDatabase, openDatabase, type Database } from '../apps/server/src/database/database.ts'
import {
  createDatabase,
  startTemporaryPostgres,
} from '../apps/server/src/database/embedded-postgres.ts'
import { migrate } from '../apps/server/src/database/migrate.ts'
import { listStates } from '../apps/server/src/modules/live/states.queries.ts'
import { median, report } from './report.ts'
import { openScreen, type Screen } from './screen.ts'
import { startServer, type ServerProcess } from './server-process.ts'
import { fillTown, type Resident } from './town.ts'

const listeners = 1000
const intervalMs = 500
const rounds = 60
const warmUp = 10

const promisedMs = 2000
const bookings = 20

export async function benchLive(): Promise<void> {
  const postgres = await startTemporaryPostgres({ durable: false })
  try {
    const url = await createDatabase(postgres, 'live')
    await migrate(url)
    const db = openDatabase(url)
    await measure(db, url).finally(() => closeDatabase(db))
  } finally {
    await postgres.stop()
  }
}

async function measure(db: Database, url: string): Promise<void> {
  const residents = await fillTown(db, Temporal.Now.instant())
  await measureScreen(url, residents)
  await measureAsking(db, residents)
}

async function measureScreen(url: string, [resident]: readonly Resident[]): Promise<void> {
  if (!resident) throw new Error('the town has nobody')
  const server = await startServer(url)
  try {
    const path = `/products/${resident.productId}/parking-sessions`
    const screen = await openScreen(new URL(path, server.address), resident)
    const slowest = await slowestOf(resident, { screen, server, path }).finally(screen.close)
    const ratio = slowest / promisedMs
    report({ name: 'live-slowest-screen-vs-two-seconds', ratio, goal: 1 })
  } finally {
    await server.stop()
  }
}

type Elsewhere = {
  readonly screen: Screen
  readonly server: ServerProcess
  readonly path: string
}

/** In milliseconds. */
async function slowestOf(resident: Resident, { screen, server, path }: Elsewhere): Promise<number> {
  const times: number[] = []
  for (let booking = 0; booking <= bookings; booking++) {
    const plate = `LIVE${booking}X`
    const shown = screen.shows(plate)
    const begin = performance.now()
    await book(new URL(`/api/v1${path}`, server.address), resident, plate)
    await shown
    // The first is there when the page is.
    if (booking > 0) times.push(performance.now() - begin)
  }
  return Math.max(...times)
}

async function book(address: URL, { token }: Resident, number: string): Promise<void> {
  const end = Temporal.Now.instant().add({ hours: 2 }).toString()
  const { status } = await fetch(address, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
      Cookie: `__Host-session=${token}`,
    },
    body: JSON.stringify({ plate: { number }, end }),
  })
  if (status !== 201) throw new Error(`a booking was answered ${status}`)
}

async function measureAsking(db: Database, residents: readonly Resident[]): Promise<void> {
  const accountIds = residents.slice(0, listeners).map(({ accountId }) => accountId)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now()
    const states = await listStates(db, accountIds, Temporal.Now.instant())
    if (states.length !== listeners) throw new Error(`${states.length} states`)
    // The first rounds are those in which a program warms up.
    if (round >= warmUp) times.push(performance.now() - begin)
  }
  const ratio = median(times) / intervalMs
  report({ name: `live-asking-for-${listeners}-listeners`, ratio, goal: 0.1 })
}
