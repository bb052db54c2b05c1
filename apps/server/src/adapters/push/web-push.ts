/**
 * Sends a push as the standards have it: encrypted for that browser (RFC 8291), in our name (VAPID,
 * RFC 8292). A redirect is an answer like any that is no success, and what the answer says is not read.
 */
import { createECDH, createHash } from 'node:crypto'
import webPush from 'web-push'
import type { PushMessage, PushOutcome, PushSender } from '#modules/pushes/index.ts'

const patienceMs = 10_000

export function webPushSender(publicUrl: URL): PushSender {
  // Push services want to know who pushes; an address that is no one's is of no use to them.
  const subject =
    publicUrl.protocol === 'https:' ? publicUrl.href : `mailto:webmaster@${publicUrl.hostname}`
  return async (message) => {
    if (!canBeEncryptedFor(message)) return { outcome: 'gone' }
    try {
      const request = encrypt(message, subject)
      const response = await fetch(request.endpoint, {
        method: 'POST',
        headers: request.headers,
        body: request.body,
        redirect: 'manual',
        signal: AbortSignal.timeout(patienceMs),
      })
      await response.body?.cancel()
      return outcomeOf(response.status)
    } catch (error) {
      return { outcome: 'failed', reason: reasonOf(error), isFinal: false }
    }
  }
}

const curve = 'prime256v1'
const leastAuthBytes = 16

/** Nothing will ever be sent where the browser's keys are none; any other fault may be ours. */
function canBeEncryptedFor({ p256dh, auth }: PushMessage): boolean {
  const pair = createECDH(curve)
  pair.generateKeys()
  try {
    pair.computeSecret(p256dh, 'base64url')
  } catch {
    return false
  }
  return Buffer.from(auth, 'base64url').length >= leastAuthBytes
}

function encrypt(message: PushMessage, subject: string) {
  const { endpoint, p256dh, auth, payload, tag, ttlSeconds, key } = message
  const made = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
    vapidDetails: { subject, ...key },
    TTL: ttlSeconds,
    topic: topicOf(tag),
    urgency: 'high',
    contentEncoding: 'aes128gcm',
  })
  return { endpoint, headers: new Headers(made.headers), body: Buffer.from(made.body ?? '') }
}

const topicBytes = 24

/** As long as a topic may be (RFC 8030), and it tells the push service nothing. */
function topicOf(tag: string): string {
  const hash = createHash('sha256').update(tag).digest()
  return hash.subarray(0, topicBytes).toString('base64url')
}

function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return { outcome: 'taken' }
  if (status === 404 || status === 410) return { outcome: 'gone' }
  const mayPass = status === 429 || status >= 500
  return { outcome: 'failed', reason: `answered ${status}`, isFinal: !mayPass }
}

/** The kind of trouble and no more: the message of an error can quote an address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'fault'
  const { cause } = error
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return error.name
}
