/** Deletes what has served its purpose, a limited number of rows at a time. */
import { sql } from 'kysely'
import type { Database } from '#database/database.ts'
import type { Tables } from '#database/tables.ts'

export type Outlived = {
  readonly table: keyof Tables
  /** The column with the moment that its age is counted from. */
  readonly since: string
  /** Columns of which one says that it is done with; what is not done with stays, however old. */
  readonly doneWith?: readonly string[]
}

/** Answers how many rows went; as many as `limit` means that there may be more. */
export async function deleteOutlived(
  db: Database,
  { table, since, doneWith }: Outlived,
  { until, limit }: { readonly until: Temporal.Instant; readonly limit: number },
): Promise<number> {
  const done = doneWith
    ? sql`num_nonnulls(${sql.join(doneWith.map((column) => sql.ref(column)))}) > 0`
    : sql`true`
  const { numAffectedRows } = await sql`
    delete from ${sql.table(table)} where ctid = any (array(
      select ctid from ${sql.table(table)}
       where ${sql.ref(since)} <= ${until} and ${done}
       limit ${limit} for update skip locked
    ))`.execute(db)
  return Number(numAffectedRows)
}
