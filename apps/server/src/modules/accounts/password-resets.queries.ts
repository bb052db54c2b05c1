/** All SQL about forgotten passwords, and changing one. */
import type { Tx, Database } from '#database/database.ts'

export type Reset = {
  readonly tokenHash: Buffer
  readonly email: string
  readonly expiresAt: Temporal.Instant
}

/** In the place of a former one: only the latest link works. */
export async function replaceReset(tx: Tx, reset: Reset): Promise<void> {
  const row = { token_hash: reset.tokenHash, expires_at: reset.expiresAt }
  await tx
    .insertInto('password_resets')
    .values({ ...row, email: reset.email })
    .onConflict((conflict) => conflict.constraint('latest_reset_counts').doUpdateSet(row))
    .execute()
}

export async function findReset(
  db: Database,
  tokenHash: Buffer,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('password_resets')
    .select('email')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.email
}

/** The address that it was sent to; undefined where it was used already, also a moment ago. */
export async function deleteReset(tx: Tx, tokenHash: Buffer): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('password_resets')
    .where('token_hash', '=', tokenHash)
    .returning('email')
    .executeTakeFirst()
  return row?.email
}

/** Whoever is halfway in with the former one is so no longer. */
export async function updatePassword(
  tx: Tx,
  id: string,
  { passwordHash, at }: { readonly passwordHash: string; readonly at: Temporal.Instant },
): Promise<void> {
  await tx.deleteFrom('pending_sign_ins').where('account_id', '=', id).execute()
  await tx
    .updateTable('accounts')
    .set({ password_hash: passwordHash, password_changed_at: at })
    .where('id', '=', id)
    .execute()
}
