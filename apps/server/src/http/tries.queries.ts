/** Tries counted per key and window of time, in the database, so that every process counts along. */
import { sql } from 'kysely'
import type { Database } from '#database/database.ts'

/** Counts one more try for each key, before it is made; answers how many each has now. */
export async function countTry(
  db: Database,
  keys: readonly string[],
  windowStarts: Temporal.Instant,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .insertInto('rate_limits')
    // In one order, so that two calls never wait for each other.
    .values(keys.toSorted().map((key) => ({ key, window_starts: windowStarts, tries: 1 })))
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
export async function forgiveTry(
  db: Database,
  keys: readonly string[],
  windowStarts: Temporal.Instant,
): Promise<void> {
  for (const key of keys.toSorted()) {
    await db
      .updateTable('rate_limits')
      .set((eb) => ({ tries: eb('tries', '-', 1) }))
      .where('key', '=', key)
      .where('window_starts', '=', windowStarts)
      .execute()
  }
}
