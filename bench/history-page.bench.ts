/**
 * Does a page of history cost the same at a million sessions as at a thousand?
 *
 * Two people in one database, one with a thousand ended sessions and one with a million, ask the API
 * for their counts, their first page and a page in the middle, in turns.
 */
import { sql } from 'kysely'
import { buildApp } from '../apps/server/src/app.ts'
import { closeDatabase, openDatabase, type Database } from '../apps/server/src/database/database.ts'
import {
  createDatabase,
  startTemporaryPostgres,
} from '../apps/server/src/database/embedded-postgres.ts'
import { migrate } from '../apps/server/src/database/migrate.ts'
import { anySecrets } from '../apps/server/test/any-secrets.ts'
import { arrangeResident } from '../apps/server/test/arrange.ts'
import { signedIn } from '../apps/server/test/http-client.ts'
import { median, report, say } from './report.ts'

const few = 1000
const rounds = 320
const warmUp = 20

export async function benchHistory(many = 1_000_000): Promise<void> {
  const postgres = await startTemporaryPostgres({ durable: false })
  try {
    const url = await createDatabase(postgres, 'history')
    await migrate(url)
    const db = openDatabase(url)
    await compare(db, many).finally(() => closeDatabase(db))
  } finally {
    await postgres.stop()
  }
}

async function compare(db: Database, many: number): Promise<void> {
  const now = Temporal.Now.instant()
  const publicUrl = new URL('http://localhost')
  const app = buildApp({ db, now: () => now, publicUrl, secrets: anySecrets() })
  const small = await visitor(app, db, few)
  const large = await visitor(app, db, many)
  await sql`vacuum analyze parking_sessions`.execute(db)
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    const ofFew = await small()
    const ofMany = await large()
    // The first rounds are those in which a program warms up.
    if (round >= warmUp) ratios.push(ofMany / ofFew)
  }
  await app.close()
  say(`history: counts, first page and a page in the middle, of ${few} and of ${many} sessions`)
  report({ name: 'history-page-at-1000000-vs-1000', ratio: median(ratios), goal: 1.5 })
}

/** Somebody with so many ended sessions: answers how long it takes them to read their history. */
async function visitor(app: ReturnType<typeof buildApp>, db: Database, count: number) {
  const resident = await arrangeResident(db, Temporal.Now.instant())
  const { productId } = resident
  await insertSessions(db, productId, count)
  const { cookie } = await signedIn(app, resident)
  const paths = await pathsOf(db, productId, count)
  return async () => {
    const begin = performance.now()
    for (const url of paths) {
      const { statusCode } = await app.inject({ url, headers: { cookie } })
      if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`)
    }
    return performance.now() - begin
  }
}

/** In parts, because our connections give up on a statement that takes long. */
const insertedAtOnce = 50_000

async function insertSessions(db: Database, productId: string, count: number): Promise<void> {
  for (let from = 1; from <= count; from += insertedAtOnce) {
    const to = Math.min(from + insertedAtOnce - 1, count)
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as time goes.
    await sql`
      insert into parking_sessions (id, organisation_id, product_id, started_by, plate, country,
                                    starts_at, ends_at, cost)
      select uuidv7(), organisation_id, id, holder_id, null, null,
             now() - nth * interval '1 hour' - interval '30 minutes',
             now() - nth * interval '1 hour', 0
        from products, generate_series(${from}::integer, ${to}::integer) as nth
       where id = ${productId}
    `.execute(db)
  }
}

/** What is asked of a product: the last is the page after its middle session. */
async function pathsOf(db: Database, productId: string, count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string; endsAt: Temporal.Instant }>`
    select id, ends_at as "endsAt"
      from parking_sessions
     where product_id = ${productId}
     order by ends_at
    offset ${Math.floor(count / 2)} limit 1
  `.execute(db)
  const [middle] = rows
  const cursor = Buffer.from(`${middle?.endsAt.toString()} ${middle?.id}`).toString('base64url')
  const history = `/api/v1/products/${productId}/history`
  return [history, `${history}/parking-sessions`, `${history}/parking-sessions?after=${cursor}`]
}
