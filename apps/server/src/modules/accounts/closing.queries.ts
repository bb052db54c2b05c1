/** What an account knows of its person, and taking that away. */
import type { Database, Tx } from '#database/database.ts'

export type HeldAccount = {
  readonly id: string
  readonly email: string
  readonly language: 'nl' | 'en'
  readonly longerMessages: boolean
  readonly createdAt: Temporal.Instant
  readonly passwordChangedAt: Temporal.Instant | null
}

export async function getHeldAccount(db: Database, id: string): Promise<HeldAccount> {
  const row = await db
    .selectFrom('accounts')
    .select([
      'email',
      'language',
      'longer_messages as longerMessages',
      'created_at as createdAt',
      'password_changed_at as passwordChangedAt',
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...row, id, email: row.email ?? '' }
}

/** In the place of an address that must be something: it can't be anybody's (RFC 2606). */
export const closedAddress = 'closed.account@invalid'

const ofPerson = [
  'sign_ins',
  'pending_sign_ins',
  'authenticator_apps',
  'recovery_codes',
  'passkey_challenges',
  'passkeys',
  'notification_choices',
] as const

/** Whoever the account was of, nothing in it says so any more; what points at it goes on pointing. */
export async function emptyAccount(
  tx: Tx,
  { id, email }: { readonly id: string; readonly email: string },
  at: Temporal.Instant,
): Promise<void> {
  await tx.deleteFrom('password_resets').where('email', '=', email).execute()
  await tx.deleteFrom('email_changes').where('account_id', '=', id).execute()
  for (const table of ofPerson) await tx.deleteFrom(table).where('account_id', '=', id).execute()
  await tx
    .updateTable('accounts')
    .set({ email: null, password_hash: null, longer_messages: false, closed_at: at })
    .where('id', '=', id)
    .execute()
}
