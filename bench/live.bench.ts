/**
 * What does it cost to tell a thousand people of what changes?
 *
 * Twice a second the server asks what state the products of its listeners are in. Measured is how much
 * of that half second the asking takes, of one connection, while nothing else is done.
 */
import { closeDatabase, openDatabase, type Database } from '../apps/server/src/database/database.ts'
import {
  createDatabase,
  startTemporaryPostgres,
} from '../apps/server/src/database/embedded-postgres.ts'
import { migrate } from '../apps/server/src/database/migrate.ts'
import { listStates } from '../apps/server/src/modules/live/states.queries.ts'
import { median, report } from './report.ts'
import { fillTown } from './town.ts'

const listeners = 1000
const intervalMs = 500
const rounds = 60
const warmUp = 10

export async function benchLive(): Promise<void> {
  const postgres = await startTemporaryPostgres({ durable: false })
  try {
    const url = await createDatabase(postgres, 'live')
    await migrate(url)
    const db = openDatabase(url)
    await measure(db).finally(() => closeDatabase(db))
  } finally {
    await postgres.stop()
  }
}

async function measure(db: Database): Promise<void> {
  const residents = await fillTown(db, Temporal.Now.instant())
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
