/**
 * Binds an endpoint of the contract to its handler. What comes in is parsed by the endpoint's
 * schemas and who asks is known before the handler runs; what goes out is parsed too, so that no
 * field leaves that the contract does not name.
 */
import { Readable } from 'node:stream'
import { api, type Api } from '@2park/contract/api'
import type { Language } from '@2park/contract/language'
import type { Endpoint, Feed, FileAnswer, Method, Output, Received } from '@2park/contract/endpoint'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod/mini'
import type { Actor, Shop } from '#world.ts'
import type { Keep } from './answers.queries.ts'
import { getCaller, requireItsProduct, type AnyCaller, type Guards, type Known } from './callers.ts'
import { sendEvents } from './event-stream.ts'
import { languageOf } from './language.ts'
import { keepOf, once, type Answer } from './once.ts'
import { sendProblem } from './problem-answer.ts'
import { receive, type AlsoWrong } from './receive.ts'
import type { CookieContent } from './session-cookie.ts'

type Caller<E extends Endpoint> = E extends { readonly open: true }
  ? { readonly keep?: undefined }
  : (E extends { readonly by: 'permitShop' }
      ? { readonly shop: Shop }
      : { readonly actor: Actor }) & {
      /** To be written with the effect, where the client named its call. */
      readonly keep: Keep | undefined
    }

/** Where a sign-in begins and ends: the cookie of the browser that asks. */
type Browser = {
  /** Of the network that the call came from: for limits only, never kept in clear. */
  readonly address: string
  readonly token: string | undefined
  /** What the browser says that it is. */
  readonly userAgent: string
  /** The sign-in that the call was made with; undefined at an open endpoint. */
  readonly signInId: string | undefined
  /** When the person was last there, this call included. */
  readonly seenAt: Temporal.Instant | undefined
  readonly remember: (content: CookieContent) => void
  readonly forget: () => void
}

export type Call<E extends Endpoint> = Received<E> &
  Caller<E> & { readonly browser: Browser; readonly language: Language }

export type Route = <Name extends keyof Api>(
  name: Name,
  handler: (call: Call<Api[Name]>) => Promise<Output<Api[Name]>>,
  /** Looks up what else is wrong with a body that its schema refuses: one answer says it all. */
  alsoWrong?: (caller: Caller<Api[Name]>, ...sent: Parameters<AlsoWrong>) => ReturnType<AlsoWrong>,
) => void

export function routeOn(app: FastifyInstance, guards: Guards): Route {
  return (name, handler, alsoWrong = noMore) => {
    const endpoint: Endpoint = api[name]
    const { method, path } = partsOf(name)
    app.route({
      method,
      url: toFastifyPath(path),
      handler: (request, reply) =>
        answer({ name, endpoint, request, reply }, guards, {
          // Both get what was read by the schemas of this very endpoint, for who may call it.
          handle: (call) => handler(call as unknown as Call<Api[typeof name]>),
          findWrong: (caller, ...sent) => alsoWrong(caller as Caller<Api[typeof name]>, ...sent),
        }),
    })
  }
}

async function noMore(): Promise<readonly []> {
  return []
}

export function partsOf(name: keyof Api): { readonly method: Method; readonly path: string } {
  const [method = '', path = ''] = name.split(' ')
  // The name's own type says which methods there are.
  return { method: method as Method, path }
}

export function toFastifyPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

type Exchange = {
  readonly name: string
  readonly endpoint: Endpoint
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

type Handling = {
  readonly handle: (call: Call<Endpoint>) => Promise<unknown>
  readonly findWrong: (caller: AnyCaller, ...sent: Parameters<AlsoWrong>) => ReturnType<AlsoWrong>
}

async function answer(
  exchange: Exchange,
  guards: Guards,
  handling: Handling,
): Promise<FastifyReply> {
  const { endpoint, request, reply } = exchange
  const known = await getCaller(exchange, guards)
  // That the person was there is written meanwhile, and before anybody can ask for it.
  const result = await handleOnce(exchange, guards, { ...handling, known }).finally(
    () => known.signIn?.activity,
  )
  if (result.outcome === 'refused') return sendProblem(request, reply, result.problem)
  return sendResult(reply.code(endpoint.status), endpoint, result.body)
}

async function handleOnce(
  { endpoint, request, reply }: Exchange,
  guards: Guards,
  { known, handle, findWrong }: Handling & { readonly known: Known },
): Promise<Answer> {
  const { world, cookie } = guards
  const { caller, signIn } = known
  const received = await receive(endpoint, request, (...sent) => findWrong(caller, ...sent))
  await requireItsProduct(known, received.params, guards)
  const callerId = caller.actor?.accountId ?? caller.shop?.shopId
  const { status } = endpoint
  const keep = callerId ? keepOf(request, { callerId, status, at: world.now() }) : undefined
  const browser: Browser = {
    address: request.ip,
    token: cookie.read(request),
    userAgent: request.headers['user-agent'] ?? '',
    signInId: signIn?.id,
    seenAt: signIn?.seenAt,
    remember: (content) => cookie.write(reply, content, world.now()),
    forget: () => cookie.clear(reply),
  }
  // Who may call was settled above, by the endpoint.
  const language = languageOf(request.headers['accept-language'])
  const call = { ...received, ...caller, keep, browser, language } as Call<Endpoint>
  return once(world.db, keep, () => handle(call))
}

function sendResult(reply: FastifyReply, endpoint: Endpoint, body: unknown): FastifyReply {
  // Only the handler of an endpoint with a file answers one.
  if (endpoint.file) return sendFile(reply, endpoint.file, body as FileAnswer)
  // And only that of an endpoint with a stream answers a feed.
  if (endpoint.stream) return sendEvents(reply, endpoint.stream, body as Feed<unknown>)
  if (endpoint.versioned) reply.header('etag', tagOf(body))
  return endpoint.response ? reply.send(z.parse(endpoint.response, body)) : reply.send()
}

/** What is versioned says in its answer which version it is. */
function tagOf(body: unknown): string {
  return `"${(body as { readonly version: number }).version}"`
}

/** Sent as it is made: a list of any length takes the memory of a part of it. */
function sendFile(reply: FastifyReply, mediaType: string, { name, parts }: FileAnswer) {
  return reply
    .type(`${mediaType}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(parts))
}
