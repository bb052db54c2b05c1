/** All SQL about access tokens. A token is kept as its hash. */
import type { Amount, Unit } from '@2park/domain/amount'
import { sql } from 'kysely'
import { run, statement, type Database, type Tx } from '#database/database.ts'

export type Scope = 'read' | 'park' | 'calendar'

export type AccessToken = {
  readonly id: string
  readonly name: string
  readonly scope: Scope
  readonly productId: string | null
  readonly unit: Unit | null
  readonly dayLimit: Amount | null
  readonly spent: Amount
  readonly spentOn: Temporal.PlainDate | null
  /** Of the product's municipality: where its day begins. */
  readonly timeZone: string | null
  readonly createdAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant | null
  readonly lastUsedAt: Temporal.Instant | null
}

export async function listAccessTokens(db: Database, accountId: string): Promise<AccessToken[]> {
  return (
    db
      .selectFrom('access_tokens as token')
      .leftJoin('products as product', 'product.id', 'token.product_id')
      .leftJoin('product_types as type', 'type.id', 'product.product_type_id')
      .leftJoin('organisations as organisation', 'organisation.id', 'product.organisation_id')
      .select([
        'token.id',
        'token.name',
        'token.scope',
        'token.product_id as productId',
        'type.unit',
      ])
      .select(['day_limit as dayLimit', 'spent', 'spent_on as spentOn'])
      .select(['organisation.time_zone as timeZone', 'token.created_at as createdAt'])
      .select(['expires_at as expiresAt', 'last_used_at as lastUsedAt'])
      .where('token.account_id', '=', accountId)
      .orderBy('token.id', 'desc')
      .limit(100)
      // What is counted of a unit is an amount of it.
      .execute() as Promise<AccessToken[]>
  )
}

export type NewToken = Pick<AccessToken, 'id' | 'name' | 'scope' | 'createdAt'> & {
  readonly accountId: string
  readonly tokenHash: Buffer
  readonly productId: string | undefined
  readonly dayLimit: number | undefined
  readonly expiresAt: Temporal.Instant | undefined
}

export async function countAccessTokens(tx: Tx, accountId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('access_tokens')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return count
}

export async function insertAccessToken(tx: Tx, token: NewToken): Promise<void> {
  await tx
    .insertInto('access_tokens')
    .values({
      id: token.id,
      account_id: token.accountId,
      name: token.name,
      scope: token.scope,
      token_hash: token.tokenHash,
      product_id: token.productId ?? null,
      day_limit: token.dayLimit ?? null,
      created_at: token.createdAt,
      expires_at: token.expiresAt ?? null,
    })
    .execute()
}

/** Whether it was there, and the account's. */
export async function deleteAccessToken(
  tx: Tx,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Promise<boolean> {
  const row = await tx
    .deleteFrom('access_tokens')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteAccessTokensOf(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('access_tokens').where('account_id', '=', accountId).execute()
}

export type ByHash = {
  readonly id: string
  readonly accountId: string
  readonly language: 'nl' | 'en'
  readonly scope: Scope
  readonly productId: string | null
  readonly hasDayLimit: boolean
  readonly lastUsedAt: Temporal.Instant | null
}

const tokens = `
  select token.id, account_id as "accountId", account.language, scope, product_id as "productId",
         day_limit is not null as "hasDayLimit", last_used_at as "lastUsedAt"
    from access_tokens as token
    join accounts as account on account.id = account_id
   where (expires_at is null or expires_at > $2)`

const tokenByHash = statement<ByHash>('access token by hash', `${tokens} and token_hash = $1`)
const tokenById = statement<ByHash>('access token by id', `${tokens} and token.id = $1`)

/** One that holds now. */
export async function findByHash(
  db: Database,
  tokenHash: Buffer,
  now: Temporal.Instant,
): Promise<ByHash | undefined> {
  const [token] = await run(db, tokenByHash(tokenHash, now))
  return token
}

export async function findById(
  db: Database,
  id: string,
  now: Temporal.Instant,
): Promise<ByHash | undefined> {
  const [token] = await run(db, tokenById(id, now))
  return token
}

export async function markUsed(db: Database, id: string, at: Temporal.Instant): Promise<void> {
  await db.updateTable('access_tokens').set({ last_used_at: at }).where('id', '=', id).execute()
}

/** Since when a calendar says what it says now. */
export async function markSaid(
  db: Database,
  { id, digest }: { readonly id: string; readonly digest: Buffer },
  at: Temporal.Instant,
): Promise<Temporal.Instant> {
  const { rows } = await sql<{ since: Temporal.Instant }>`
    update access_tokens
       set feed_changed_at = case when feed_digest = ${digest} then feed_changed_at else ${at} end,
           feed_digest = ${digest}
     where id = ${id}
    returning feed_changed_at as since`.execute(db)
  return rows[0]?.since ?? at
}
