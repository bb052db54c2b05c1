/**
 * The door that HTTP comes in by. It's there from the first moment, so that a taken port is known
 * before anything else is begun, and it says 503 until there is somebody behind it: a load balancer
 * that asks for `/healthz` waits, and a person who was quick sees the page on the next try.
 */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CannotStart } from '#cannot-start.ts'

export type FrontDoor = {
  readonly port: number
  /** From now on, this answers. */
  readonly open: (answer: RequestListener) => void
  /** Lets nobody in any more, and resolves when those inside have their answer. */
  readonly close: () => Promise<void>
}

type Place = { readonly host: string; readonly port: number }

const patienceMs = 10_000

export async function buildFrontDoor(place: Place): Promise<FrontDoor> {
  let answer: RequestListener = notReady
  let closing: Promise<void> | undefined
  const server = createServer((request, response) => {
    answer(request, response)
    // A browser keeps its connection for the next call, which we won't take any more.
    response.once('close', () => closing && setImmediate(() => server.closeIdleConnections()))
  })
  await listen(server, place)
  return {
    // Listening on a host and port, never on a path.
    port: (server.address() as AddressInfo).port,
    open: (behind) => {
      answer = behind
    },
    close: () => (closing ??= close(server)),
  }
}

const notReady: RequestListener = (_request, response) => {
  response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '1' }).end('not ready\n')
}

function listen(server: Server, { host, port }: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = reasons[cause.code ?? ''] ?? `can't be used (${cause.code})`
      reject(new CannotStart(`Port ${port} on ${host} ${why}: set PORT or HOST.`, { cause }))
    })
    server.listen(port, host, resolve)
  })
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program',
  EADDRNOTAVAIL: 'is not an address of this machine',
  EACCES: 'is not ours to use',
}

function close(server: Server): Promise<void> {
  const patience = setTimeout(() => server.closeAllConnections(), patienceMs)
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(patience)
      resolve()
    })
  })
}
