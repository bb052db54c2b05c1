/**
 * Brings a database to today's schema: every file of `migrations/` that it hasn't had, in the order
 * of their names, each in a transaction of its own. There is no way back but another step forward.
 *
 * Processes that start at once wait for each other, so one migrates and the rest find it done. What
 * was applied is remembered with its checksum: a file that changed afterwards says one thing here
 * and another on the next fresh database, and is an error.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import { CannotStart } from '#cannot-start.ts'
import { oneAtATime } from './one-at-a-time.ts'

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

const migrations = new URL('../../migrations/', import.meta.url)

/** Answers the names of what was applied now. */
export async function migrate(url: string, folder: URL = migrations): Promise<string[]> {
  return oneAtATime(url, async (client) => {
    const applied = await listApplied(client)
    const all = readMigrations(folder)
    const changed = all.find(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum)
    if (changed) {
      throw new CannotStart(
        `The migration ${changed.name} was changed after it was applied: put it back, and write a new one.`,
      )
    }
    const missing = all.filter(({ name }) => !applied.has(name))
    for (const migration of missing) await apply(client, migration)
    return missing.map(({ name }) => name)
  })
}

function readMigrations(folder: URL): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.toSorted().map((name) => {
    const sql = readFileSync(new URL(name, folder), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

async function listApplied(client: pg.Client): Promise<Map<string, string>> {
  await client.query(`
    create table if not exists migrations (
      name         text primary key,
      checksum     text not null,
      applied_at   timestamptz not null default now()
    )`)
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migrations',
  )
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migrations (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`${name}: ${(cause as Error).message}`, { cause }) // What the driver throws.
  }
}
