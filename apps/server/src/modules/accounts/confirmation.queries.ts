/** All SQL about when somebody last showed who they are. */
import { sql } from 'kysely'
import type { Database } from '#database/database.ts'

export async function findConfirmedAt(
  db: Database,
  signInId: string,
): Promise<Temporal.Instant | undefined> {
  const row = await db
    .selectFrom('sign_ins')
    .select(sql<Temporal.Instant>`coalesce(confirmed_at, created_at)`.as('confirmedAt'))
    .where('id', '=', signInId)
    .executeTakeFirst()
  return row?.confirmedAt
}

export async function markConfirmed(
  db: Database,
  signInId: string,
  at: Temporal.Instant,
): Promise<void> {
  await db.updateTable('sign_ins').set({ confirmed_at: at }).where('id', '=', signInId).execute()
}
