/**
 * Telling a permit shop that its product was linked. The message is written in the transaction of the
 * linking, and is tried until the shop takes it or we give up.
 */
import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '#database/database.ts'
import type { World } from '#world.ts'
import type { WebhookSender } from './webhook.port.ts'
import {
  claimMessages,
  insertMessage,
  markFailed,
  markTaken,
  type ClaimedMessage,
} from './webhooks.queries.ts'

export async function announceLinked(
  tx: Tx,
  productId: string,
  at: Temporal.Instant,
): Promise<void> {
  const message = { type: 'product.linked', timestamp: at.toString(), data: { productId } }
  await insertMessage(tx, productId, { id: randomUUIDv7(), body: JSON.stringify(message), at })
}

/** After each try that failed; after the last of them it is given up. */
export const pauses = [
  { minutes: 1 },
  { minutes: 5 },
  { minutes: 30 },
  { hours: 2 },
  { hours: 8 },
  { hours: 24 },
]

/** Longer than any try takes: a process that was killed during one leaves it to the others. */
const claimFor = { minutes: 5 }
const atOnce = 5

type Post = Pick<World, 'db' | 'now'> & {
  readonly send: WebhookSender
  /** Says that a message was given up. */
  readonly report: (error: Error) => void
}

/** Sends every message whose time has come. Any number of processes may do so at once. */
export async function sendDueMessages(post: Post): Promise<void> {
  for (;;) {
    const now = post.now()
    const claimed = await claimMessages(post.db, { now, until: now.add(claimFor), limit: atOnce })
    await Promise.all(claimed.map((message) => trySending(post, message)))
    if (claimed.length < atOnce) return
  }
}

async function trySending(post: Post, { tries, ...message }: ClaimedMessage): Promise<void> {
  const sent = await post.send({ ...message, at: post.now() })
  const now = post.now()
  if (sent.outcome === 'taken') return markTaken(post.db, message.id, now)
  const pause = pauses[tries - 1]
  const { reason } = sent
  await markFailed(post.db, message.id, { reason, nextTryAt: pause && now.add(pause) })
  if (pause) return
  post.report(new Error(`Webhook ${message.id} was given up after try ${tries}: ${reason}.`))
}
