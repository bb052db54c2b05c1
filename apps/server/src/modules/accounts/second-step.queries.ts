/** All SQL about sign-ins that wait for their second step. */
import type { Database, Tx } from '#database/database.ts'

export type PendingSignIn = { readonly accountId: string; readonly isRemembered: boolean }

export async function insertPendingSignIn(
  db: Database,
  { accountId, isRemembered }: PendingSignIn,
  { tokenHash, expiresAt }: { readonly tokenHash: Buffer; readonly expiresAt: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto('pending_sign_ins')
    .values({
      token_hash: tokenHash,
      account_id: accountId,
      is_remembered: isRemembered,
      expires_at: expiresAt,
    })
    .execute()
}

export async function findPendingSignIn(
  db: Database,
  tokenHash: Buffer,
  now: Temporal.Instant,
): Promise<PendingSignIn | undefined> {
  return db
    .selectFrom('pending_sign_ins')
    .select(['account_id as accountId', 'is_remembered as isRemembered'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

/** Counts one more try, before it is made; undefined where there may be none any more. */
export async function tryPendingSignIn(
  db: Database,
  tokenHash: Buffer,
  { now, most }: { readonly now: Temporal.Instant; readonly most: number },
): Promise<PendingSignIn | undefined> {
  return db
    .updateTable('pending_sign_ins')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .where('tries', '<', most)
    .returning(['account_id as accountId', 'is_remembered as isRemembered'])
    .executeTakeFirst()
}

/** Whatever waited for this account is over: somebody is signed in, or its password is another. */
export async function deletePendingSignIns(tx: Tx, accountId: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('pending_sign_ins')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
