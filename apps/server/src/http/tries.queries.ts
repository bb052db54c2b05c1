/** Tries counted per key and window of time, in the database, so that every process counts along. */
import { sql } from 'kysely'
import type { Database } from '#database/database.ts'

export type Window = {
  readonly key: string
  readonly starts: Temporal.Instant
  readonly ends: Temporal.Instant
}

/** Counts one more try in each window, before it is made; answers by key how many each has now. */
export async function countTries(
  db: Database,
  windows: readonly Window[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .insertInto('rate_limits')
    .values(
      inOneOrder(windows).map(({ key, starts }) => ({ key, window_starts: starts, tries: 1 })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['key', 'window_starts'])
        .doUpdateSet({ tries: sql<number>`rate_limits.tries + 1` }),
    )
    .returning(['key', 'tries'])
    .execute()
  return new Map(rows.map(({ key, tries }) => [key, tries]))
}

/** Takes back a try that turned out to be right: only failures count. */
export async function forgiveTries(db: Database, windows: readonly Window[]): Promise<void> {
  for (const { key, starts } of inOneOrder(windows)) {
    await db
      .updateTable('rate_limits')
      .set((eb) => ({ tries: eb('tries', '-', 1) }))
      .where('key', '=', key)
      .where('window_starts', '=', starts)
      .execute()
  }
}

/** So that two calls never wait for each other. */
function inOneOrder(windows: readonly Window[]): Window[] {
  return windows.toSorted((a, b) => (a.key < b.key ? -1 : 1))
}
