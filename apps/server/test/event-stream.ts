/** Listens to the server's events as a browser's EventSource does, over a connection of its own. */
import type { Change } from '@2park/contract/changes'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod/mini'

type Event = z.output<typeof Change>

export type Listening = {
  readonly status: number
  readonly headers: Headers
  /** The next event that is no beat; undefined once the stream has ended. */
  readonly next: () => Promise<Event | undefined>
  readonly stop: () => Promise<void>
}

/** The server on a port, for what goes on longer than a call does. */
export async function listen(app: FastifyInstance): Promise<string> {
  return app.listen({ port: 0, host: '127.0.0.1' })
}

export async function listenTo(address: string, cookie: string): Promise<Listening> {
  const response = await fetch(`${address}/api/v1/changes`, { headers: { cookie } })
  const events = eventsOf(response)
  return {
    status: response.status,
    headers: response.headers,
    next: async () => (await events.next()).value,
    stop: async () => void (await events.return(undefined)),
  }
}

async function* eventsOf({ body }: Response): AsyncGenerator<Event, undefined> {
  if (!body) return undefined
  let rest = ''
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + text).split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const event = JSON.parse(part.replace(/^data: /, '')) as Event // As the contract says it.
      if (event.kind !== 'beat') yield event
    }
  }
  return undefined
}
