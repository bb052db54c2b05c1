/** All SQL about the browsers that people are signed in with, and their tokens. */
import { sql } from 'kysely'
import { lookUp, pipeOf, statement, type Database, type Tx } from '#database/database.ts'
import { bytesInRecord, gathered } from '#database/gathered.ts'
import type { Device } from './device.ts'

/** What a sign-in is for: our own apps, or the clients of the 2Park protocol. */
export type SignInKind = 'app' | 'twoPark'

export type SignIn = {
  readonly id: string
  readonly accountId: string
  readonly seenAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly isRemembered: boolean
  readonly kind: SignInKind
  /** That was shown in the place of a password, and that it ends with. */
  readonly accessTokenId: string | null
}

/** A sign-in as its token finds it, with what became of the token. */
export type ByToken = SignIn & {
  readonly issuedAt: Temporal.Instant
  readonly firstSeenAt: Temporal.Instant | null
  readonly replacedAt: Temporal.Instant | null
}

export type ListedSignIn = Omit<SignIn, 'accountId' | 'kind' | 'accessTokenId'> & {
  readonly createdAt: Temporal.Instant
  readonly browser: string | null
  readonly system: string | null
}

export type NewToken = {
  readonly tokenHash: Buffer
  readonly signInId: string
  readonly at: Temporal.Instant
}

const signInsByToken = gathered<ByToken>('sign-ins by token', {
  as: 'shown',
  columns: 'token_hash bytea',
  text: (records) => `
  select shown.position, sign_ins.id, account_id as "accountId", seen_at as "seenAt",
         expires_at as "expiresAt", is_remembered as "isRemembered", kind,
         access_token_id as "accessTokenId", issued_at as "issuedAt",
         first_seen_at as "firstSeenAt", replaced_at as "replacedAt"
    from ${records}
    join sign_in_tokens using (token_hash)
    join sign_ins on sign_ins.id = sign_in_id`,
})

export async function findSignIn(db: Database, tokenHash: Buffer): Promise<ByToken | undefined> {
  const [signIn] = await lookUp(db, signInsByToken({ token_hash: bytesInRecord(tokenHash) }))
  return signIn
}

const openSignIns = statement<Omit<SignIn, 'accountId'>>(
  'sign-ins by id',
  `select id, seen_at as "seenAt", expires_at as "expiresAt", is_remembered as "isRemembered"
     from sign_ins
    where id = any($1::uuid[])`,
)

/** Of these, those that nobody has ended; some may be over by the clock. */
export async function listOpenSignIns(db: Database, ids: readonly string[]) {
  return lookUp(db, openSignIns(`{${ids.join()}}`))
}

export async function insertSignIn(
  tx: Tx,
  { id, accountId, seenAt, expiresAt, isRemembered, kind, accessTokenId }: SignIn,
  { browser, system }: Device,
): Promise<void> {
  await tx
    .insertInto('sign_ins')
    .values({
      id,
      account_id: accountId,
      created_at: seenAt,
      seen_at: seenAt,
      expires_at: expiresAt,
      is_remembered: isRemembered,
      kind,
      access_token_id: accessTokenId,
      browser: browser ?? null,
      system: system ?? null,
    })
    .execute()
}

export async function insertToken(tx: Tx, { tokenHash, signInId, at }: NewToken): Promise<void> {
  await tx
    .insertInto('sign_in_tokens')
    .values({
      token_hash: tokenHash,
      sign_in_id: signInId,
      issued_at: at,
      first_seen_at: null,
      replaced_at: null,
    })
    .execute()
}

/** Holds the sign-in, and says when its latest token was issued; undefined where it has ended. */
export async function lockLatestToken(
  tx: Tx,
  signInId: string,
): Promise<Temporal.Instant | undefined> {
  const held = await tx
    .selectFrom('sign_ins')
    .select('id')
    .where('id', '=', signInId)
    .forUpdate()
    .executeTakeFirst()
  if (!held) return undefined
  const { latest } = await tx
    .selectFrom('sign_in_tokens')
    .select((eb) => eb.fn.max('issued_at').as('latest'))
    .where('sign_in_id', '=', signInId)
    .executeTakeFirstOrThrow()
  return latest
}

/** The browser has this token now: whatever else was issued to it is replaced. */
export async function markTokenSeen(tx: Tx, { tokenHash, signInId, at }: NewToken): Promise<void> {
  await tx
    .updateTable('sign_in_tokens')
    .set({
      first_seen_at: sql`case when token_hash = ${tokenHash} then ${at} else first_seen_at end`,
      replaced_at: sql`case when token_hash = ${tokenHash} then null else ${at}::timestamptz end`,
    })
    .where('sign_in_id', '=', signInId)
    .where('replaced_at', 'is', null)
    .execute()
}

/** What somebody else is writing to is not waited for: the next call writes it. */
const touches = gathered('touch sign-ins', {
  as: 'seen',
  columns: 'id uuid, at timestamptz',
  text: (records) => `
  update sign_ins
     set seen_at = seen.at
    from (select latest.*
            from (select id, max(at) as at, min(position) as position from ${records} group by id)
                 as latest
           cross join lateral (
                 select from sign_ins
                  where id = latest.id and seen_at < latest.at
                    for no key update skip locked) as free
         ) as seen
   where sign_ins.id = seen.id
  returning seen.position`,
})

export async function touchSignIn(db: Database, id: string, at: Temporal.Instant): Promise<void> {
  await pipeOf(db).commit(touches({ id, at }))
}

/** Of a sign-in that being seen is what keeps. */
export async function prolongSignIn(
  db: Database,
  id: string,
  { at, until }: { readonly at: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<void> {
  await db
    .updateTable('sign_ins')
    .set({ seen_at: at, expires_at: until })
    .where('id', '=', id)
    .where('seen_at', '<', at)
    .execute()
}

export async function listSignIns(
  db: Database,
  accountId: string,
  { now, idleSince }: { readonly now: Temporal.Instant; readonly idleSince: Temporal.Instant },
): Promise<ListedSignIn[]> {
  return db
    .selectFrom('sign_ins')
    .select(['id', 'seen_at as seenAt', 'expires_at as expiresAt', 'created_at as createdAt'])
    .select(['is_remembered as isRemembered', 'browser', 'system'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .where((eb) => eb.or([eb('is_remembered', '=', true), eb('seen_at', '>', idleSince)]))
    .orderBy('seen_at', 'desc')
    .limit(100)
    .execute()
}

/** Says whose it was; undefined where it had gone already. */
export async function deleteSignInOfToken(tx: Tx, tokenHash: Buffer): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('sign_ins')
    .where('id', '=', (eb) =>
      eb.selectFrom('sign_in_tokens').select('sign_in_id').where('token_hash', '=', tokenHash),
    )
    .returning('account_id')
    .executeTakeFirst()
  return row?.account_id
}

export async function deleteSignIn(
  tx: Tx,
  { id, accountId }: Pick<SignIn, 'id' | 'accountId'>,
): Promise<boolean> {
  const row = await tx
    .deleteFrom('sign_ins')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends every sign-in of an account, but the one that asks for it. */
export async function deleteSignInsOf(
  tx: Tx,
  accountId: string,
  exceptId: string | undefined,
): Promise<void> {
  await tx
    .deleteFrom('sign_ins')
    .where('account_id', '=', accountId)
    .$if(exceptId !== undefined, (query) => query.where('id', '!=', exceptId ?? ''))
    .execute()
}
