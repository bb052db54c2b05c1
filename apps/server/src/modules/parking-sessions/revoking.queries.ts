import type { Database } from '#database/database.ts'

/** The sessions that were booked by a delegation and have not ended. */
export async function listCurrentOfDelegation(
  db: Database,
  delegationId: string,
  now: Temporal.Instant,
): Promise<string[]> {
  const rows = await db
    .selectFrom('parking_sessions')
    .innerJoin('delegations', 'delegations.id', 'delegation_id')
    .select('parking_sessions.id')
    .whereRef('parking_sessions.product_id', '=', 'delegations.product_id')
    .where('delegations.id', '=', delegationId)
    .where('deleted_at', 'is', null)
    .where('ends_at', '>', now)
    .limit(1000)
    .execute()
  return rows.map(({ id }) => id)
}
