/**
 * Binds an endpoint of the contract to its handler. What comes in is parsed by the endpoint's
 * schemas and who asks is known before the handler runs; what goes out is parsed too, so that no
 * field leaves that the contract does not name.
 */
import { Readable } from 'node:stream'
import { api, type Api } from '@2park/contract/api'
import type { Language } from '@2park/contract/language'
import type { Endpoint, FileAnswer, Method, Output, Received } from '@2park/contract/endpoint'
import type { ProblemCode } from '@2park/contract/problems'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod/mini'
import { Refused } from '#refused.ts'
import type { Actor, Shop, World } from '#world.ts'
import type { Keep } from './answers.queries.ts'
import { languageOf } from './language.ts'
import { keepOf, once } from './once.ts'
import { sendProblem } from './problem-answer.ts'
import { receive, type AlsoWrong } from './receive.ts'
import type { CookieContent, SessionCookie } from './session-cookie.ts'

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
  readonly remember: (content: CookieContent) => void
  readonly forget: () => void
}

export type Call<E extends Endpoint> = Received<E> &
  Caller<E> & { readonly browser: Browser; readonly language: Language }

export type Route = <Name extends keyof Api>(
  name: Name,
  handler: (call: Call<Api[Name]>) => Promise<Output<Api[Name]>>,
  /** Looks up what else is wrong with a body that its schema refuses: one answer says it all. */
  alsoWrong?: (caller: Caller<Api[Name]>, body: unknown) => ReturnType<AlsoWrong>,
) => void

export type Border = {
  readonly world: World
  readonly cookie: SessionCookie
  readonly authenticate: (token: string, idleSeconds: number) => Promise<KnownToken | undefined>
  readonly authenticateShop: (token: string) => Promise<Shop | undefined>
}

/** What is known of a token: who it was given to, or why it holds no longer. */
type KnownToken =
  | {
      readonly outcome: 'signedIn'
      readonly accountId: string
      readonly signInId: string
      /** In the place of the token that was shown. */
      readonly fresh?: CookieContent
    }
  | { readonly outcome: 'ended'; readonly why: ProblemCode }

export function routeOn(app: FastifyInstance, border: Border): Route {
  return (name, handler, alsoWrong = noMore) => {
    const endpoint: Endpoint = api[name]
    const { method, path } = partsOf(name)
    app.route({
      method,
      url: toFastifyPath(path),
      handler: (request, reply) =>
        answer({ endpoint, request, reply }, border, {
          // Both get what was read by the schemas of this very endpoint, for who may call it.
          handle: (call) => handler(call as unknown as Call<Api[typeof name]>),
          findWrong: (caller, body) => alsoWrong(caller as Caller<Api[typeof name]>, body),
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
  readonly endpoint: Endpoint
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

type AnyCaller = { readonly actor?: Actor; readonly shop?: Shop }

type Handling = {
  readonly handle: (call: Call<Endpoint>) => Promise<unknown>
  readonly findWrong: (caller: AnyCaller, body: unknown) => ReturnType<AlsoWrong>
}

async function answer(
  { endpoint, request, reply }: Exchange,
  border: Border,
  { handle, findWrong }: Handling,
): Promise<FastifyReply> {
  const { world, cookie } = border
  const { caller, signInId } = await getCaller({ endpoint, request, reply }, border)
  const received = await receive(endpoint, request, (body) => findWrong(caller, body))
  const callerId = caller.actor?.accountId ?? caller.shop?.shopId
  const { status } = endpoint
  const keep = callerId ? keepOf(request, { callerId, status, at: world.now() }) : undefined
  const browser: Browser = {
    address: request.ip,
    token: cookie.read(request),
    userAgent: request.headers['user-agent'] ?? '',
    signInId,
    remember: (content) => cookie.write(reply, content, world.now()),
    forget: () => cookie.clear(reply),
  }
  // Who may call was settled above, by the endpoint.
  const language = languageOf(request.headers['accept-language'])
  const call = { ...received, ...caller, keep, browser, language } as Call<Endpoint>
  const result = await once(world.db, keep, () => handle(call))
  if (result.outcome === 'refused') return sendProblem(request, reply, result.problem)
  reply.code(endpoint.status)
  // Only the handler of an endpoint with a file answers one.
  if (endpoint.file) return sendFile(reply, endpoint.file, result.body as FileAnswer)
  return endpoint.response ? reply.send(z.parse(endpoint.response, result.body)) : reply.send()
}

/** Sent as it is made: a list of any length takes the memory of a part of it. */
function sendFile(reply: FastifyReply, mediaType: string, { name, parts }: FileAnswer) {
  return reply
    .type(`${mediaType}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(parts))
}

/** Who calls, by what the endpoint asks for: a shop's token, a cookie, or nothing. */
async function getCaller(
  exchange: Exchange,
  border: Border,
): Promise<{
  readonly caller: AnyCaller
  readonly signInId?: string | undefined
}> {
  if (exchange.endpoint.open) return { caller: {} }
  if (exchange.endpoint.by === 'permitShop') {
    return { caller: { shop: await getShop(exchange, border) } }
  }
  const { accountId, signInId } = await getSignedIn(exchange, border)
  return { caller: { actor: { accountId } }, signInId }
}

async function getShop({ request, reply }: Exchange, { authenticateShop }: Border): Promise<Shop> {
  const token = /^Bearer ([\w-]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1]
  const shop = token && (await authenticateShop(token))
  if (shop) return shop
  reply.header('www-authenticate', 'Bearer')
  throw new Refused('tokenNotAccepted')
}

/** By the cookie; a browser whose token was due for another gets it with the answer. */
async function getSignedIn({ request, reply }: Exchange, { world, cookie, authenticate }: Border) {
  const token = cookie.read(request)
  const known = token ? await authenticate(token, idleSecondsOf(request)) : undefined
  if (known?.outcome === 'signedIn') {
    if (known.fresh) cookie.write(reply, known.fresh, world.now())
    return known
  }
  throw new Refused(known?.why ?? 'notSignedIn')
}

/** For how long the person has done nothing, where the app asks by itself. */
function idleSecondsOf(request: FastifyRequest): number {
  const text = request.headers['idle-seconds']
  return typeof text === 'string' && /^\d{1,6}$/.test(text) ? Number(text) : 0
}
