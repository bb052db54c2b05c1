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
import type {
  News,
  PushContent,
  PushKey,
  PushOutcome,
  PushSender,
  RetellPush,
} from './push.port.ts'
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

type Push = {
  readonly accountId: string
  /** When it stops being news. */
  readonly expiresAt: Temporal.Instant
  /** What it says; or what it is about, where that may change before it is sent. */
  readonly what: { readonly content: PushContent } | { readonly about: object }
}

export async function sendPush(
  tx: Tx,
  { accountId, expiresAt, what }: Push,
  at: Temporal.Instant,
): Promise<void> {
  await insertMessages(tx, { accountId, at, expiresAt, ...what })
}

/** After each try that failed; after the last of them, or when it is no news any more, it is given up. */
const pauses = [{ seconds: 30 }, { minutes: 2 }, { minutes: 10 }]
/** Longer than any try takes: a process that was killed during one leaves it to the others. */
const claimFor = { minutes: 1 }
const atOnce = 10

export type PushPost = Pick<World, 'db' | 'now' | 'secrets'> & {
  readonly send: PushSender
  readonly retell: RetellPush
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

/** What it was to tell is not so at this try: nobody's fault. */
const overtaken: PushOutcome = { outcome: 'failed', reason: 'overtaken', isFinal: false }

async function trySending(post: PushPost, message: ClaimedMessage, key: PushKey): Promise<void> {
  const { id, endpoint, tries } = message
  const news = await newsOf(post, message)
  const sent = news ? await send(post, { ...message, ...news, key }) : overtaken
  if (sent.outcome === 'gone') return forgetEndpoint(post.db, endpoint)
  if (sent.outcome === 'taken') return deleteMessage(post.db, id)
  const pause = sent.isFinal ? undefined : pauses[tries - 1]
  if (pause) return delayMessage(post.db, id, post.now().add(pause))
  await deleteMessage(post.db, id)
  if (sent === overtaken) return
  post.report(new Error(`Push ${id} was given up after try ${tries}: ${sent.reason}.`))
}

async function newsOf({ retell }: PushPost, message: ClaimedMessage): Promise<News | undefined> {
  const { content, about, accountId, expiresAt } = message
  if (content) return { content, expiresAt }
  return about ? retell(about, accountId) : undefined
}

type Told = Pick<ClaimedMessage, 'endpoint' | 'p256dh' | 'auth'> & News & { readonly key: PushKey }

function send(post: PushPost, told: Told): Promise<PushOutcome> {
  const { endpoint, p256dh, auth, content, expiresAt, key } = told
  return post.send({
    endpoint,
    p256dh,
    auth,
    payload: JSON.stringify(content),
    tag: content.tag,
    ttlSeconds: Math.max(0, Math.floor(post.now().until(expiresAt).total('seconds'))),
    key,
  })
}
