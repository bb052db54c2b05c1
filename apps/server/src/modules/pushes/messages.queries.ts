/** All SQL about pushes on their way. */
import { sql } from 'kysely'
import { run, statement, type Database, type Tx } from '#database/database.ts'
import type { PushContent } from './push.port.ts'

/** A sign-in that is over by the clock waits for nothing more, though its row may still be there. */
const isOpen = `
  sign_in.expires_at > $1::timestamptz
  and (sign_in.is_remembered or sign_in.seen_at > $2::timestamptz)`

export type Moment = {
  readonly now: Temporal.Instant
  /** Who has done nothing since is signed out, where they are not remembered. */
  readonly idleSince: Temporal.Instant
}

export type NewMessage = {
  readonly accountId: string
  readonly content?: PushContent
  readonly about?: object
  readonly at: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

/** One for each browser that they asked for pushes in. */
export async function insertMessages(
  tx: Tx,
  { accountId, content, about, at, expiresAt }: NewMessage,
): Promise<void> {
  const json = (value: object | undefined) => sql`${value ? JSON.stringify(value) : null}::json`
  await sql`
    insert into push_messages (id, sign_in_id, content, about, next_try_at, expires_at)
    select uuidv7(), subscription.sign_in_id, ${json(content)}, ${json(about)},
           ${at}::timestamptz, ${expiresAt}::timestamptz
      from push_subscriptions as subscription
      join sign_ins as sign_in on sign_in.id = subscription.sign_in_id
     where sign_in.account_id = ${accountId}::uuid
  `.execute(tx)
}

export type ClaimedMessage = {
  readonly id: string
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
  readonly accountId: string
  /** One of these two. */
  readonly content: PushContent | null
  readonly about: object | null
  readonly expiresAt: Temporal.Instant
  /** This one included. */
  readonly tries: number
}

// `skip locked`: what another process is about to claim is left to it.
const claim = statement<ClaimedMessage>(
  'claim pushes',
  `with due as (
     select message.id, sign_in.account_id
       from push_messages as message
       join sign_ins as sign_in on sign_in.id = message.sign_in_id
      where message.next_try_at <= $1::timestamptz and message.expires_at > $1 and ${isOpen}
      order by message.next_try_at
      limit $4
        for update of message skip locked)
   update push_messages as message
      set tries = tries + 1, next_try_at = $3::timestamptz
     from due, push_subscriptions as subscription
    where message.id = due.id and subscription.sign_in_id = message.sign_in_id
   returning message.id, subscription.endpoint, subscription.p256dh, subscription.auth,
             due.account_id as "accountId", message.content, message.about,
             message.expires_at as "expiresAt", message.tries`,
)

type Claim = Moment & {
  /** Nobody else tries them before. */
  readonly until: Temporal.Instant
  readonly limit: number
}

export async function claimMessages(
  db: Database,
  { now, idleSince, until, limit }: Claim,
): Promise<readonly ClaimedMessage[]> {
  return run(db, claim(now, idleSince, until, limit))
}

export async function deleteMessage(db: Database, id: string): Promise<void> {
  await db.deleteFrom('push_messages').where('id', '=', id).execute()
}

export async function delayMessage(db: Database, id: string, until: Temporal.Instant) {
  await db.updateTable('push_messages').set({ next_try_at: until }).where('id', '=', id).execute()
}

const overtaken = statement(
  'drop overtaken pushes',
  `delete from push_messages as message
    using sign_ins as sign_in
    where sign_in.id = message.sign_in_id
      and (message.expires_at <= $1::timestamptz or not (${isOpen}))`,
)

/** What nobody should read any more. */
export async function dropOvertaken(db: Database, { now, idleSince }: Moment): Promise<void> {
  await run(db, overtaken(now, idleSince))
}
