/** How tests run what an operator runs, on the database of their town. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { inject } from 'vitest'
import type { Database } from '#database/database.ts'
import { databaseOn } from './administer.ts'

const run = promisify(execFile)

/** A program by its file in `src`; it fails as the program does, with what that said. */
export function programIn(db: Database, file: string) {
  const program = fileURLToPath(new URL(`../src/${file}`, import.meta.url))
  return async (args: readonly string[]) => {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
    const url = databaseOn(inject('postgres').server, rows[0]?.name ?? '')
    return run(process.execPath, [program, ...args], { env: { DATABASE_URL: url } })
  }
}

/** What an operator calls a municipality by. */
export async function slugOf(db: Database, organisationId: string): Promise<string> {
  const { slug } = await db
    .selectFrom('organisations')
    .select('slug')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return slug
}
