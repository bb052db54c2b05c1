/**
 * `npm run demo:reset`: empties the demo's database, whatever is in it, and fills it anew. Never in
 * production, and not while the demo is open: two programs can't have one data folder.
 */
import { CannotStart } from '#cannot-start.ts'
import { readConfig } from '#config.ts'
import { closeDatabase, openDatabase } from '#database/database.ts'
import { createDatabase, startEmbeddedPostgres } from '#database/embedded-postgres.ts'
import { migrate } from '#database/migrate.ts'
import { oneAtATime } from '#database/one-at-a-time.ts'
import { seed } from './seed.ts'

try {
  await reset()
  process.stdout.write('The demo is as new. `npm start` opens it.\n')
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  process.stderr.write(`2Park: ${error.message}\n`)
  process.exitCode = 1
}

async function reset(): Promise<void> {
  const config = readConfig(process.env)
  if (config.mode === 'production') throw new CannotStart('Only a demo can be reset.')
  await using opened = new AsyncDisposableStack()
  if (config.databaseUrl !== undefined) return renew(config.databaseUrl)
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, durable: true })
  opened.defer(postgres.stop)
  await renew(await createDatabase(postgres, '2park'))
}

async function renew(url: string): Promise<void> {
  await oneAtATime(url, async (client) => {
    await client.query('drop schema public cascade; create schema public')
    await client.query('drop schema if exists jobs cascade')
  })
  await migrate(url)
  const db = openDatabase(url)
  await seed(db, Temporal.Now.instant()).finally(() => closeDatabase(db))
}
