/** All SQL about people and the browsers they are signed in with. */
import { run, statement, type Database, type Tx } from '#database/database.ts'

export type Account = { readonly id: string; readonly email: string }

export type SignIn = {
  readonly tokenHash: Buffer
  readonly accountId: string
  readonly at: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

type Known = Account & { readonly passwordHash: string }

const accountByEmail = statement<Known>(
  'account by email',
  `select id, email, password_hash as "passwordHash" from accounts where email = $1`,
)

const accountById = statement<Account>(
  'account by id',
  `select id, email from accounts where id = $1`,
)

const signInByToken = statement<{ accountId: string; seenAt: Temporal.Instant }>(
  'sign-in by token',
  `select account_id as "accountId", seen_at as "seenAt"
     from sign_ins
    where token_hash = $1 and expires_at > $2 and seen_at > $3`,
)

export async function findAccountByEmail(db: Database, email: string): Promise<Known | undefined> {
  const [account] = await run(db, accountByEmail(email))
  return account
}

export async function findAccount(db: Database, id: string): Promise<Account | undefined> {
  const [account] = await run(db, accountById(id))
  return account
}

export async function insertAccount(
  db: Database | Tx,
  account: Known & { readonly createdAt: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto('accounts')
    .values({
      id: account.id,
      email: account.email,
      password_hash: account.passwordHash,
      created_at: account.createdAt,
    })
    .execute()
}

/** The sign-in of a token, if it has not expired at `now` and was seen after `idleSince`. */
export async function findSignIn(
  db: Database,
  tokenHash: Buffer,
  { now, idleSince }: { readonly now: Temporal.Instant; readonly idleSince: Temporal.Instant },
): Promise<{ accountId: string; seenAt: Temporal.Instant } | undefined> {
  const [signIn] = await run(db, signInByToken(tokenHash, now, idleSince))
  return signIn
}

export async function insertSignIn(tx: Tx, signIn: SignIn): Promise<void> {
  await tx
    .insertInto('sign_ins')
    .values({
      token_hash: signIn.tokenHash,
      account_id: signIn.accountId,
      created_at: signIn.at,
      seen_at: signIn.at,
      expires_at: signIn.expiresAt,
    })
    .execute()
}

export async function touchSignIn(
  db: Database,
  tokenHash: Buffer,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('sign_ins')
    .set({ seen_at: now })
    .where('token_hash', '=', tokenHash)
    .where('seen_at', '<', now)
    .execute()
}

/** Says whose it was; undefined where it had gone already. */
export async function deleteSignIn(tx: Tx, tokenHash: Buffer): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('sign_ins')
    .where('token_hash', '=', tokenHash)
    .returning('account_id')
    .executeTakeFirst()
  return row?.account_id
}
