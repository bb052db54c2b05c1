/**
 * Pushes: asking for them in a browser, and sending them there. A push is written in the transaction
 * of what it tells about and sent after it, as mails are; but it is tried only while it is news.
 */
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import type { Tx } from '#database/database.ts'
import { idle } from '#modules/accounts/index.ts'
import { recordChange } from '#modules/audit/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import {
  claimMessages,
  delayMessage,
  deleteMessage,
  dropOvertaken,
  insertMessages,
  type ClaimedMessage,
} from './messages.queries.ts'
import type { PushKey, PushOutcome, PushSender } from './push.port.ts'
import { getPushKey } from './push-key.ts'
import { isPushService } from './known-origins.ts'
import {
  deleteSubscription,
  forgetEndpoint,
  replaceSubscription,
  type Subscription,
} from './subscriptions.queries.ts'

type Subscribe = Subscription & {
  /** Origins that the settings add to those of browser makers. */
  readonly services: readonly string[]
  readonly keep: Keep | undefined
}

export async function subscribe(
  { db, now }: World,
  { accountId }: Actor,
  { services, keep, ...subscription }: Subscribe,
): Promise<void> {
  if (!isPushService(subscription.endpoint, services)) throw new Refused('pushServiceUnknown')
  const at = now()
  await db.transaction().execute(async (tx) => {
    await replaceSubscription(tx, subscription, at)
    const subjectId = subscription.signInId
    await recordChange(tx, { action: 'pushesAsked', accountId, subjectId, at })
    await keepAnswer(tx, keep, undefined)
  })
}

export async function unsubscribe(
  { db, now }: World,
  { accountId }: Actor,
  { signInId, keep }: { readonly signInId: string; readonly keep: Keep | undefined },
): Promise<void> {
  const at = now()
  await db.transaction().execute(async (tx) => {
    const isDeleted = await deleteSubscription(tx, signInId)
    const change = { accountId, subjectId: signInId, at }
    if (isDeleted) await recordChange(tx, { action: 'pushesEnded', ...change })
    await keepAnswer(tx, keep, undefined)
  })
}

/** What the browser shows. `path` is where one goes by pressing it. */
export type PushContent = {
  readonly title: string
  readonly body: string
  readonly language: 'nl' | 'en'
  /** Of two with one tag, the later takes the place of the earlier. */
  readonly tag: string
  readonly path: string
  readonly actions: readonly { readonly title: string; readonly path: string }[]
}

type Push = {
  readonly accountId: string
  readonly content: PushContent
  /** When it stops being news. */
  readonly expiresAt: Temporal.Instant
}

export async function sendPush(
  tx: Tx,
  { accountId, content, expiresAt }: Push,
  at: Temporal.Instant,
): Promise<void> {
  await insertMessages(tx, { accountId, content: JSON.stringify(content), at, expiresAt })
}

/** After each try that failed; after the last of them, or when it is no news any more, it is given up. */
const pauses = [{ seconds: 30 }, { minutes: 2 }, { minutes: 10 }]
/** Longer than any try takes: a process that was killed during one leaves it to the others. */
const claimFor = { minutes: 1 }
const atOnce = 10

export type PushPost = Pick<World, 'db' | 'now' | 'secrets'> & {
  readonly send: PushSender
  /** Says that a push was given up, without its address. */
  readonly report: (error: Error) => void
}

/** Sends some of what is due, and answers whether there may be more. Any number of processes may. */
export async function sendDuePushes(post: PushPost): Promise<boolean> {
  const now = post.now()
  const moment = { now, idleSince: now.subtract(idle) }
  await dropOvertaken(post.db, moment)
  const claimed = await claimMessages(post.db, {
    ...moment,
    until: now.add(claimFor),
    limit: atOnce,
  })
  if (claimed.length === 0) return false
  const key = await getPushKey(post)
  await Promise.all(claimed.map((message) => trySending(post, message, key)))
  return claimed.length === atOnce
}

async function trySending(post: PushPost, message: ClaimedMessage, key: PushKey): Promise<void> {
  const { id, content, expiresAt, tries, ...subscription } = message
  const sent: PushOutcome = await post.send({
    ...subscription,
    payload: JSON.stringify(content),
    ttlSeconds: Math.max(0, Math.ceil(post.now().until(expiresAt).total('seconds'))),
    key,
  })
  if (sent.outcome === 'gone') return forgetEndpoint(post.db, subscription.endpoint)
  if (sent.outcome === 'taken') return deleteMessage(post.db, id)
  const pause = sent.isFinal ? undefined : pauses[tries - 1]
  if (pause) return delayMessage(post.db, id, post.now().add(pause))
  await deleteMessage(post.db, id)
  post.report(new Error(`Push ${id} was given up after try ${tries}: ${sent.reason}.`))
}
