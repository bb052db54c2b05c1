/**
 * Sends a push as the standards have it: encrypted for that browser (RFC 8291), in our name (VAPID,
 * RFC 8292). A redirect is an answer like any that is no success, and what the answer says is not read.
 */
import webPush from 'web-push'
import type { PushMessage, PushOutcome, PushSender } from '#modules/pushes/index.ts'

const patienceMs = 10_000

export function webPushSender(publicUrl: URL): PushSender {
  // Push services want to know who pushes; an address that is no one's is of no use to them.
  const subject =
    publicUrl.protocol === 'https:' ? publicUrl.href : `mailto:webmaster@${publicUrl.hostname}`
  return async (message) => {
    const request = encrypt(message, subject)
    if (!request) return { outcome: 'gone' }
    try {
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

/** Undefined where the browser's key is none: nothing will ever be sent there. */
function encrypt(message: PushMessage, subject: string) {
  const { endpoint, p256dh, auth, payload, ttlSeconds, key } = message
  try {
    const made = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
      vapidDetails: { subject, ...key },
      TTL: ttlSeconds,
      urgency: 'high',
      contentEncoding: 'aes128gcm',
    })
    return { endpoint, headers: new Headers(made.headers), body: Buffer.from(made.body ?? '') }
  } catch {
    return undefined
  }
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
