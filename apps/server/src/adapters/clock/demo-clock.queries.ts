import type { Database } from '#database/database.ts'

/** How far a demo's clock is ahead of the real one. */
export async function readAhead(db: Database): Promise<number> {
  const row = await db.selectFrom('demo_clock').select('ahead_ms').executeTakeFirst()
  return row?.ahead_ms ?? 0
}

export async function saveAhead(db: Database, aheadMs: number): Promise<void> {
  await db
    .insertInto('demo_clock')
    .values({ ahead_ms: aheadMs })
    .onConflict((conflict) => conflict.column('one').doUpdateSet({ ahead_ms: aheadMs }))
    .execute()
}
