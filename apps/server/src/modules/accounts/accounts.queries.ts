/** All SQL about people. */
import type { Language } from '@2park/contract/language'
import { invariant } from '@2park/domain/invariant'
import { run, statement, type Database, type Tx } from '#database/database.ts'

export type Account = {
  readonly id: string
  readonly email: string
  readonly language: Language
}

export type OwnAccount = Account & { readonly longerMessages: boolean }

export type Known = Account & { readonly passwordHash: string }

export type NewAccount = Known & { readonly createdAt: Temporal.Instant }

const accountByEmail = statement<Known>(
  'account by email',
  `select id, email, language, password_hash as "passwordHash"
     from accounts
    where email = $1 and closed_at is null`,
)

const accountById = statement<Known>(
  'account by id',
  `select id, email, language, password_hash as "passwordHash"
     from accounts
    where id = $1 and closed_at is null`,
)

export async function findAccountByEmail(db: Database, email: string): Promise<Known | undefined> {
  const [account] = await run(db, accountByEmail(email))
  return account
}

export async function findAccount(db: Database, id: string): Promise<Known | undefined> {
  const [account] = await run(db, accountById(id))
  return account
}

export async function findOwnAccount(db: Database, id: string): Promise<OwnAccount | undefined> {
  const row = await db
    .selectFrom('accounts')
    .select(['email', 'language', 'longer_messages as longerMessages'])
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return row && { ...row, id, email: row.email ?? '' }
}

export async function getAccount(tx: Tx, id: string): Promise<Account> {
  const { email, language } = await tx
    .selectFrom('accounts')
    .select(['email', 'language'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  invariant(email !== null, 'a closed account has nothing pending')
  return { id, email, language }
}

/** An address as it is kept and compared: whatever the capitals, and the spaces around it. */
export function asKept(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}

export async function insertAccount(
  db: Database | Tx,
  account: NewAccount,
): Promise<'inserted' | 'exists'> {
  const row = await db
    .insertInto('accounts')
    .values({
      id: account.id,
      email: account.email,
      language: account.language,
      password_hash: account.passwordHash,
      created_at: account.createdAt,
    })
    .onConflict((conflict) => conflict.constraint('account_email_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row ? 'inserted' : 'exists'
}

export async function updateLanguage(db: Tx, id: string, language: Language): Promise<void> {
  await db.updateTable('accounts').set({ language }).where('id', '=', id).execute()
}

export async function updateMessages(db: Tx, id: string, isLonger: boolean): Promise<void> {
  const chosen = { longer_messages: isLonger }
  await db.updateTable('accounts').set(chosen).where('id', '=', id).execute()
}
