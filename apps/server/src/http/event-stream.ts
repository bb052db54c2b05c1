/**
 * Server-sent events: an answer that goes on until one of the two has enough of it. A client that
 * takes no more is cut off before what waits for it takes memory.
 */
import { Readable } from 'node:stream'
import type { Endpoint, Feed } from '@2park/contract/endpoint'
import type { FastifyReply } from 'fastify'
import { z } from 'zod/mini'

/** Proxies close what is silent for a minute; a client that hears nothing knows by then. */
const beatMs = 15_000
const mostWaitingBytes = 64 * 1024

export function sendEvents(
  reply: FastifyReply,
  event: NonNullable<Endpoint['stream']>,
  feed: Feed<unknown>,
): FastifyReply {
  const stream = new Readable({ read: () => {} })
  const tell = (content: unknown) => {
    const hasRoom = stream.push(`data: ${JSON.stringify(z.parse(event, content))}\n\n`)
    if (!hasRoom && stream.readableLength > mostWaitingBytes) stream.destroy()
  }
  const beat = setInterval(() => tell({ kind: 'beat' }), beatMs)
  const stop = feed({ tell, end: () => stream.push(null) })
  stream.on('close', () => {
    clearInterval(beat)
    stop()
  })
  return reply
    .type('text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store, no-transform')
    .header('x-accel-buffering', 'no')
    .send(stream)
}
