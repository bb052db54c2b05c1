/** All SQL about authenticator apps and recovery codes. */
import type { Language } from '@2park/contract/language'
import { sql, type NotNull } from 'kysely'
import type { Database, Tx } from '#database/database.ts'

export type AuthenticatorApp = {
  readonly sealedSecret: Buffer
  readonly lastUsedStep: number
  readonly confirmedAt: Temporal.Instant | null
}

/** Whether there is anything beside the password: an app that was confirmed, or a passkey. */
export async function hasSecondFactor(db: Database | Tx, accountId: string): Promise<boolean> {
  const { isOn } = await db
    .selectNoFrom((eb) =>
      eb
        .or([
          eb.exists(
            eb
              .selectFrom('authenticator_apps')
              .select('account_id')
              .where('account_id', '=', accountId)
              .where('confirmed_at', 'is not', null),
          ),
          eb.exists(eb.selectFrom('passkeys').select('id').where('account_id', '=', accountId)),
        ])
        .as('isOn'),
    )
    .executeTakeFirstOrThrow()
  return Boolean(isOn)
}

export type Holder = {
  readonly accountId: string
  readonly email: string
  readonly language: Language
}

/** Holds the account: of what two devices change of its factors at once, one comes after the other. */
export async function lockHolder(tx: Tx, accountId: string): Promise<Holder | undefined> {
  return tx
    .selectFrom('accounts')
    .select(['id as accountId', 'email', 'language'])
    .where('id', '=', accountId)
    .where('closed_at', 'is', null)
    .$narrowType<{ email: NotNull }>()
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export async function findAuthenticatorApp(
  db: Database | Tx,
  accountId: string,
): Promise<AuthenticatorApp | undefined> {
  return db
    .selectFrom('authenticator_apps')
    .select(['sealed_secret as sealedSecret', 'last_used_step as lastUsedStep'])
    .select('confirmed_at as confirmedAt')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

/** In the place of one that was not confirmed; one that was stays. */
export async function insertAuthenticatorApp(
  db: Database,
  accountId: string,
  { sealedSecret, at }: { readonly sealedSecret: Buffer; readonly at: Temporal.Instant },
): Promise<'inserted' | 'exists'> {
  const fresh = { sealed_secret: sealedSecret, last_used_step: 0, created_at: at }
  const row = await db
    .insertInto('authenticator_apps')
    .values({ account_id: accountId, ...fresh })
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet(fresh)
        .where('authenticator_apps.confirmed_at', 'is', null),
    )
    .returning('account_id')
    .executeTakeFirst()
  return row ? 'inserted' : 'exists'
}

export async function confirmAuthenticatorApp(
  tx: Tx,
  accountId: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('authenticator_apps')
    .set({ confirmed_at: at })
    .where('account_id', '=', accountId)
    .execute()
}

/** Of two calls with the same code one finds it unused. */
export async function useStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const row = await tx
    .updateTable('authenticator_apps')
    .set({ last_used_step: step })
    .where('account_id', '=', accountId)
    .where('last_used_step', '<', step)
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteAuthenticatorApp(tx: Tx, accountId: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('authenticator_apps')
    .where('account_id', '=', accountId)
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

export type NewRecoveryCodes = { readonly salt: Buffer; readonly hashes: readonly Buffer[] }

/** In the place of the set that there was. */
export async function replaceRecoveryCodes(
  tx: Tx,
  accountId: string,
  { salt, hashes }: NewRecoveryCodes,
): Promise<void> {
  await deleteRecoveryCodes(tx, accountId)
  await tx
    .insertInto('recovery_codes')
    .values(hashes.map((hash) => ({ account_id: accountId, code_hash: hash, salt })))
    .execute()
}

export async function deleteRecoveryCodes(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute()
}

export async function countRecoveryCodes(db: Database | Tx, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('recovery_codes')
    .select(sql<number>`count(*)`.as('count'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return count
}

export async function findSaltOfRecoveryCodes(
  db: Database | Tx,
  accountId: string,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('recovery_codes')
    .select('salt')
    .where('account_id', '=', accountId)
    .limit(1)
    .executeTakeFirst()
  return row?.salt
}

/** Of two calls with the same code one finds it there. */
export async function useRecoveryCode(tx: Tx, accountId: string, hash: Buffer): Promise<boolean> {
  const row = await tx
    .deleteFrom('recovery_codes')
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}
