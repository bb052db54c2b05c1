/** All SQL about changing one's e-mail address. */
import type { Database, Tx } from '#database/database.ts'

export type EmailChange = {
  readonly tokenHash: Buffer
  readonly accountId: string
  readonly email: string
  readonly expiresAt: Temporal.Instant
}

/** In the place of a former one: only the latest link works. */
export async function replaceEmailChange(tx: Tx, change: EmailChange): Promise<void> {
  const row = { token_hash: change.tokenHash, email: change.email, expires_at: change.expiresAt }
  await tx
    .insertInto('email_changes')
    .values({ ...row, account_id: change.accountId })
    .onConflict((conflict) => conflict.constraint('latest_change_counts').doUpdateSet(row))
    .execute()
}

/** Takes it out, so that it is used once; undefined where there is none that holds. */
export async function takeEmailChange(
  tx: Tx,
  tokenHash: Buffer,
  now: Temporal.Instant,
): Promise<Pick<EmailChange, 'accountId' | 'email'> | undefined> {
  return tx
    .deleteFrom('email_changes')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .returning(['account_id as accountId', 'email'])
    .executeTakeFirst()
}

/** Fails on `account_email_once` where somebody else has it. */
export async function updateEmail(tx: Tx, id: string, email: string): Promise<void> {
  await tx.updateTable('accounts').set({ email }).where('id', '=', id).execute()
}

export async function isEmailFree(db: Database, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('accounts')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst()
  return row === undefined
}
