/**
 * Sends a message as Standard Webhooks describes it: signed over its id, the time and the body with
 * HMAC-SHA256. It goes to the address that the municipality configured and to no other: a redirect
 * is an answer like any that is no success, and what the answer says is not read.
 */
import { createHmac } from 'node:crypto'
import type { WebhookMessage, WebhookSender } from '#modules/permit-shop/index.ts'

const patienceMs = 10_000

export const httpWebhook: WebhookSender = async (message) => {
  try {
    const response = await fetch(message.address, {
      method: 'POST',
      headers: headersOf(message),
      body: message.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    await response.body?.cancel()
    return response.ok
      ? { outcome: 'taken' }
      : { outcome: 'failed', reason: `answered ${response.status}` }
  } catch (error) {
    return { outcome: 'failed', reason: reasonOf(error) }
  }
}

function headersOf({ id, at, secret, body }: WebhookMessage): Record<string, string> {
  const timestamp = Math.floor(at.epochMilliseconds / 1000)
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'content-type': 'application/json',
    'user-agent': '2Park',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  }
}

/** The kind of trouble and no more: the message of an error can quote an address or a name. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'fault'
  const { cause } = error
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return error.name
}
