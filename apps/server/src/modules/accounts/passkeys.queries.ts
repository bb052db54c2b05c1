/** All SQL about passkeys and the challenges that they sign. */
import type { Database, Tx } from '#database/database.ts'

export type Passkey = {
  readonly id: string
  readonly name: string
  readonly credentialId: string
  readonly transports: readonly string[]
  readonly createdAt: Temporal.Instant
  readonly lastUsedAt: Temporal.Instant | null
}

export type PasskeyInUse = {
  readonly id: string
  readonly accountId: string
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly useCount: number
}

export type NewPasskey = Omit<PasskeyInUse, 'accountId'> & {
  readonly name: string
  readonly transports: readonly string[]
  readonly at: Temporal.Instant
}

export type Challenge = {
  readonly purpose: 'add' | 'signIn'
  readonly accountId: string | undefined
}

const columns = [
  'id',
  'name',
  'credential_id as credentialId',
  'transports',
  'created_at as createdAt',
  'last_used_at as lastUsedAt',
] as const

export async function listPasskeys(db: Database | Tx, accountId: string): Promise<Passkey[]> {
  return db
    .selectFrom('passkeys')
    .select(columns)
    .where('account_id', '=', accountId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}

export async function findPasskeyByCredential(
  db: Database,
  credentialId: string,
): Promise<PasskeyInUse | undefined> {
  return db
    .selectFrom('passkeys')
    .select(['id', 'account_id as accountId', 'credential_id as credentialId'])
    .select(['public_key as publicKey', 'use_count as useCount'])
    .where('credential_id', '=', credentialId)
    .executeTakeFirst()
}

export async function insertPasskey(
  tx: Tx,
  accountId: string,
  { id, name, credentialId, publicKey, useCount, transports, at }: NewPasskey,
): Promise<'inserted' | 'exists'> {
  const row = await tx
    .insertInto('passkeys')
    .values({
      id,
      account_id: accountId,
      credential_id: credentialId,
      public_key: publicKey,
      use_count: useCount,
      transports: [...transports],
      name,
      created_at: at,
    })
    .onConflict((conflict) => conflict.constraint('passkey_added_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row ? 'inserted' : 'exists'
}

type Own = { readonly id: string; readonly accountId: string }

export async function renamePasskey(
  tx: Tx,
  { id, accountId }: Own,
  name: string,
): Promise<Passkey | undefined> {
  return tx
    .updateTable('passkeys')
    .set({ name })
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .returning(columns)
    .executeTakeFirst()
}

export async function deletePasskey(tx: Tx, { id, accountId }: Own): Promise<boolean> {
  const row = await tx
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Of two uses with the same count one finds it unchanged. */
export async function markPasskeyUsed(
  tx: Tx,
  { id, useCount }: PasskeyInUse,
  { count, at }: { readonly count: number; readonly at: Temporal.Instant },
): Promise<boolean> {
  const row = await tx
    .updateTable('passkeys')
    .set({ use_count: count, last_used_at: at })
    .where('id', '=', id)
    .where('use_count', '=', useCount)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertChallenge(
  db: Database,
  { purpose, accountId }: Challenge,
  { hash, expiresAt }: { readonly hash: Buffer; readonly expiresAt: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto('passkey_challenges')
    .values({
      challenge_hash: hash,
      purpose,
      account_id: accountId ?? null,
      expires_at: expiresAt,
    })
    .execute()
}

/** Once: it is gone by this, whatever comes of it. */
export async function takeChallenge(
  db: Database,
  hash: Buffer,
  now: Temporal.Instant,
): Promise<Challenge | undefined> {
  const row = await db
    .deleteFrom('passkey_challenges')
    .where('challenge_hash', '=', hash)
    .returning(['purpose', 'account_id as accountId', 'expires_at as expiresAt'])
    .executeTakeFirst()
  if (!row || Temporal.Instant.compare(row.expiresAt, now) <= 0) return undefined
  return { purpose: row.purpose, accountId: row.accountId ?? undefined }
}
