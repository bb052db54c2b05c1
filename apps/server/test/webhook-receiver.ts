/** A permit shop's own server on this machine, for tests: it answers as it is told, and keeps what came. */
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type ReceivedMessage = {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export type WebhookReceiver = AsyncDisposable & {
  readonly address: string
  readonly received: readonly ReceivedMessage[]
  /** From now on it answers this; a redirect leads to `/elsewhere`. */
  answer: number
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedMessage[] = []
  const server = createServer(async (request, response) => {
    const { url: path = '', headers } = request
    received.push({ path, headers, body: await text(request) })
    response.writeHead(receiver.answer, { location: '/elsewhere' }).end('ignored')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // It listens on a host and a port.
  const receiver: WebhookReceiver = {
    address: `http://127.0.0.1:${port}/webhooks/2park`,
    received,
    answer: 204,
    [Symbol.asyncDispose]: async () => {
      if (!server.listening) return
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
  return receiver
}
