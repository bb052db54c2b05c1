/**
 * A browser maker's push service and the browsers behind it, on this machine, for tests. It takes only
 * what says by the standards who sends it (RFC 8292), and each browser reads its own (RFC 8291), worked
 * out here anew and not by the library that wrote it.
 */
import {
  createDecipheriv,
  createECDH,
  createHmac,
  createPublicKey,
  randomBytes,
  verify,
} from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { PushContent } from '#modules/pushes/index.ts'

export type PushService = {
  readonly origin: string
  /** A browser that subscribes with us, by our key. */
  readonly browser: () => PushBrowser
  /** From now on it answers this to whatever comes. */
  answer: number
  readonly stop: () => Promise<void>
}

export type PushBrowser = {
  /** As `PushSubscription.toJSON()` says it. */
  readonly subscription: {
    readonly endpoint: string
    readonly keys: { readonly p256dh: string; readonly auth: string }
  }
  readonly received: readonly ReceivedPush[]
}

export type ReceivedPush = {
  readonly content: PushContent
  readonly ttlSeconds: number
  /** Of two with one topic that wait for a browser, a push service keeps the later (RFC 8030). */
  readonly topic: string | undefined
  /** The key that its sender proved to have. */
  readonly senderKey: string
}

type Inbox = { readonly take: (body: Buffer) => PushContent; readonly received: ReceivedPush[] }

export async function startPushService(): Promise<PushService> {
  const inboxes = new Map<string, Inbox>()
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const inbox = inboxes.get(request.url ?? '')
    const senderKey = senderOf(request, service.origin)
    if (service.answer === 201 && inbox && senderKey !== undefined) {
      const ttlSeconds = Number(request.headers['ttl'])
      const topic = request.headers['topic']?.toString()
      inbox.received.push({ content: inbox.take(body), ttlSeconds, topic, senderKey })
    }
    response.writeHead(inbox ? service.answer : 404, { location: '/elsewhere' }).end('ignored')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // It listens on a host and a port.
  const service: PushService = {
    origin: `http://127.0.0.1:${port}`,
    answer: 201,
    browser: () => {
      const path = `/push/${randomBytes(8).toString('hex')}`
      const { keys, take } = makeKeys()
      const inbox: Inbox = { take, received: [] }
      inboxes.set(path, inbox)
      return { subscription: { endpoint: service.origin + path, keys }, received: inbox.received }
    },
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
  return service
}

function makeKeys() {
  const pair = createECDH('prime256v1')
  const own = pair.generateKeys()
  const auth = randomBytes(16)
  const take = (body: Buffer) => {
    const salt = body.subarray(0, 16)
    const senders = body.subarray(21, 21 + body.readUInt8(20))
    const hidden = body.subarray(21 + senders.length)
    const shared = hmac(auth, pair.computeSecret(senders))
    const input = hmac(shared, Buffer.concat([Buffer.from('WebPush: info\0'), own, senders, one]))
    const root = hmac(salt, input)
    const derive = (what: string, length: number) =>
      hmac(root, Buffer.concat([Buffer.from(`Content-Encoding: ${what}\0`), one])).subarray(
        0,
        length,
      )
    const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
    decipher.setAuthTag(hidden.subarray(-16))
    const padded = Buffer.concat([decipher.update(hidden.subarray(0, -16)), decipher.final()])
    // What comes after the last record's delimiter is padding.
    const text = padded.subarray(0, padded.lastIndexOf(2)).toString()
    return JSON.parse(text) as PushContent // Our own server wrote it.
  }
  const keys = { p256dh: own.toString('base64url'), auth: auth.toString('base64url') }
  return { keys, take }
}

const one = Buffer.from([1])

function hmac(key: Buffer, content: Buffer): Buffer {
  return createHmac('sha256', key).update(content).digest()
}

/** The key of whoever signed for this very service; undefined where the signature is none. */
function senderOf({ headers }: IncomingMessage, origin: string): string | undefined {
  const found = /^vapid t=(?<said>[\w-]+\.[\w-]+)\.(?<signature>[\w-]+), k=(?<key>\S+)$/.exec(
    headers.authorization ?? '',
  )
  const { said = '', signature = '', key = '' } = found?.groups ?? {}
  if (!isSigned(said, { signature, key })) return undefined
  const { aud, sub } = claimsOf(said)
  return aud === origin && sub === 'https://2park.example/' ? key : undefined
}

function claimsOf(said: string): { readonly aud?: string; readonly sub?: string } {
  const [, claims = ''] = said.split('.')
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as object // It was signed.
}

type Signed = { readonly signature: string; readonly key: string }

function isSigned(said: string, { signature, key }: Signed): boolean {
  const point = Buffer.from(key, 'base64url')
  const [x = '', y = ''] = [point.subarray(1, 33), point.subarray(33)].map((n) =>
    n.toString('base64url'),
  )
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  return verify(
    'sha256',
    Buffer.from(said),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
}
