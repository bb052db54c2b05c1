/** A town with residents, on a server of its own, for as long as something of it is measured. */
import { closeDatabase, openDatabase } from '../apps/server/src/database/database.ts'
import {
  createDatabase,
  startTemporaryPostgres,
} from '../apps/server/src/database/embedded-postgres.ts'
import { migrate } from '../apps/server/src/database/migrate.ts'
import { startServer } from './server-process.ts'
import { fillTown, type Resident } from './town.ts'

export async function serveTown(
  measure: (address: string, resident: Resident) => Promise<void>,
): Promise<void> {
  const postgres = await startTemporaryPostgres({ durable: false })
  try {
    const url = await createDatabase(postgres, 'town')
    await migrate(url)
    const db = openDatabase(url)
    const [resident] = await fillTown(db, Temporal.Now.instant()).finally(() => closeDatabase(db))
    if (!resident) throw new Error('the town has nobody')
    const server = await startServer(url)
    try {
      await measure(server.address, resident)
    } finally {
      await server.stop()
    }
  } finally {
    await postgres.stop()
  }
}
