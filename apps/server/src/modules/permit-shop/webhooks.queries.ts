/** All SQL about what permit shops are told. */
import { sql } from 'kysely'
import { run, statement, type Database, type Tx } from '#database/database.ts'

/** For the shop that issued the product, if it wants to be told. */
export async function insertMessage(
  tx: Tx,
  productId: string,
  { id, body, at }: { readonly id: string; readonly body: string; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('webhook_messages')
    .columns(['id', 'permit_shop_id', 'body', 'created_at', 'next_try_at'])
    .expression((eb) =>
      eb
        .selectFrom('products')
        .innerJoin('permit_shops as shop', 'shop.id', 'issued_by')
        .select([
          sql<string>`${id}::uuid`.as('id'),
          'shop.id as permit_shop_id',
          sql<string>`${body}::text`.as('body'),
          sql<Temporal.Instant>`${at}::timestamptz`.as('created_at'),
          sql<Temporal.Instant>`${at}::timestamptz`.as('next_try_at'),
        ])
        .where('products.id', '=', productId)
        .where('webhook_address', 'is not', null),
    )
    .execute()
}

export type ClaimedMessage = {
  readonly id: string
  readonly address: string
  readonly secret: string
  readonly body: string
  /** This one included. */
  readonly tries: number
}

// `skip locked`: what another process is about to claim is left to it.
const claim = statement<ClaimedMessage>(
  'claim webhook messages',
  `with due as (
     select id
       from webhook_messages
      where next_try_at <= $1
      order by next_try_at
      limit $3
        for update skip locked)
   update webhook_messages as message
      set tries = tries + 1, next_try_at = $2
     from due, permit_shops as shop
    where message.id = due.id and shop.id = message.permit_shop_id
   returning message.id, message.body, message.tries,
             shop.webhook_address as address, shop.webhook_secret as secret`,
)

type Claim = {
  readonly now: Temporal.Instant
  /** Nobody else tries them before. */
  readonly until: Temporal.Instant
  readonly limit: number
}

export async function claimMessages(
  db: Database,
  { now, until, limit }: Claim,
): Promise<readonly ClaimedMessage[]> {
  return run(db, claim(now, until, limit))
}

export async function markTaken(db: Database, id: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('webhook_messages')
    .set({ delivered_at: at, next_try_at: null, last_error: null })
    .where('id', '=', id)
    .execute()
}

/** Without a next try it is given up. */
export async function markFailed(
  db: Database,
  id: string,
  {
    reason,
    nextTryAt,
  }: { readonly reason: string; readonly nextTryAt: Temporal.Instant | undefined },
): Promise<void> {
  await db
    .updateTable('webhook_messages')
    .set({ last_error: reason, next_try_at: nextTryAt ?? null })
    .where('id', '=', id)
    .execute()
}
