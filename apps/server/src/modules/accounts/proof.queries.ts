/** Proofs of work that were used, and the key that our challenges are signed with. */
import type { Database } from '#database/database.ts'

/** False where it was used before: of two at once, one gets in. */
export async function spendProof(
  db: Database,
  signature: Buffer,
  expiresAt: Temporal.Instant,
): Promise<boolean> {
  const row = await db
    .insertInto('spent_proofs')
    .values({ signature, expires_at: expiresAt })
    .onConflict((conflict) => conflict.constraint('proof_counts_once').doNothing())
    .returning('signature')
    .executeTakeFirst()
  return row !== undefined
}

/** The key for a purpose; whoever needs it first makes it, and all processes share it. */
export async function getSigningKey(
  db: Database,
  purpose: string,
  make: () => Buffer,
): Promise<Buffer> {
  const find = () => db.selectFrom('signing_keys').select('value').where('purpose', '=', purpose)
  const found = await find().executeTakeFirst()
  if (found) return found.value
  await db
    .insertInto('signing_keys')
    .values({ purpose, value: make() })
    .onConflict((conflict) => conflict.column('purpose').doNothing())
    .execute()
  return (await find().executeTakeFirstOrThrow()).value
}
