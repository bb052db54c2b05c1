/**
 * Who calls, by what the endpoint asks for: nobody in particular; a permit shop with its token; a
 * person with the cookie of their browser, or a program of theirs with a personal access token. What
 * such a token opens is decided here and nowhere else, by the list of the contract.
 */
import type { Endpoint } from '@2park/contract/endpoint'
import type { ProblemCode } from '@2park/contract/problems'
import { isOpenTo, type CallingScope } from '@2park/contract/token-scopes'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#refused.ts'
import type { Actor, Shop, World } from '#world.ts'
import { type Allowance, rateLimitHeaders } from './rate-limit.ts'
import type { CookieContent, SessionCookie } from './session-cookie.ts'

/** What is known of a cookie's token: who it was given to, or why it holds no longer. */
export type KnownToken =
  | {
      readonly outcome: 'signedIn'
      readonly accountId: string
      readonly signInId: string
      /** When the person was last there, to the minute: often by this very call. */
      readonly seenAt: Temporal.Instant
      /** Settles when that is written down. */
      readonly activity: Promise<void>
      /** In the place of the token that was shown. */
      readonly fresh?: CookieContent
    }
  | { readonly outcome: 'ended'; readonly why: ProblemCode }

/** A personal access token that holds. */
export type KnownAccessToken = {
  readonly id: string
  readonly accountId: string
  readonly scope: CallingScope
  /** The only product that it is for. */
  readonly productId: string | null
  readonly hasDayLimit: boolean
  /** How often a program may still call by it. */
  readonly allowance: Allowance
}

type Shown = {
  readonly token: string
  /** Of the network that the call came from. */
  readonly address: string
}

export type Guards = {
  readonly world: World
  readonly cookie: SessionCookie
  readonly authenticate: (token: string, idleSeconds: number) => Promise<KnownToken | undefined>
  readonly authenticateShop: (token: string) => Promise<Shop | undefined>
  readonly authenticateProgram: (shown: Shown) => Promise<KnownAccessToken | undefined>
  /** Of which product a parking session is; undefined where there is none. */
  readonly findProductOfSession: (sessionId: string) => Promise<string | undefined>
}

export type AnyCaller = { readonly actor?: Actor; readonly shop?: Shop }

type SignedIn = {
  readonly id: string
  /** When the person was last there, to the minute: often by this very call. */
  readonly seenAt: Temporal.Instant
  /** Settles when that is written down, or could not be, and never fails: the next call does it. */
  readonly activity: Promise<void>
}

export type Known = {
  readonly caller: AnyCaller
  readonly signIn?: SignedIn
  /** What a token that is for one product may be asked about. */
  readonly onlyProductId?: string | undefined
}

type Asking = {
  readonly name: string
  readonly endpoint: Endpoint
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export async function getCaller(asking: Asking, guards: Guards): Promise<Known> {
  const { endpoint, request } = asking
  if (endpoint.open) return { caller: {} }
  const token = bearerOf(request)
  if (endpoint.by === 'permitShop')
    return { caller: { shop: await getShop(token, asking, guards) } }
  if (token !== undefined) return getProgram(token, asking, guards)
  const { accountId, signInId: id, seenAt, activity } = await getSignedIn(asking, guards)
  const written = activity.catch((error: unknown) =>
    request.log.warn({ err: error }, 'activity not written'),
  )
  return { caller: { actor: { accountId } }, signIn: { id, seenAt, activity: written } }
}

/** Who is held to one product finds nothing elsewhere, as if there were nothing. */
export async function requireItsProduct(
  { onlyProductId }: Known,
  params: unknown,
  { findProductOfSession }: Guards,
): Promise<void> {
  if (onlyProductId === undefined) return
  const { productId, parkingSessionId } = params as {
    readonly productId?: string
    readonly parkingSessionId?: string
  }
  const asked = productId ?? (parkingSessionId && (await findProductOfSession(parkingSessionId)))
  if (asked?.toLowerCase() !== onlyProductId) throw new Refused('notFound')
}

function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer ([\w-]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1]
}

async function getShop(
  token: string | undefined,
  { reply }: Asking,
  { authenticateShop }: Guards,
): Promise<Shop> {
  const shop = token && (await authenticateShop(token))
  if (shop) return shop
  reply.header('www-authenticate', 'Bearer')
  throw new Refused('tokenNotAccepted')
}

async function getProgram(
  token: string,
  { name, request, reply }: Asking,
  { authenticateProgram }: Guards,
): Promise<Known> {
  const known = await authenticateProgram({ token, address: request.ip })
  if (!known) {
    reply.header('www-authenticate', 'Bearer error="invalid_token"')
    throw new Refused('tokenNotAccepted')
  }
  const { id, accountId, scope, productId, hasDayLimit, allowance } = known
  reply.headers(rateLimitHeaders(allowance))
  if (!isOpenTo({ scope, ofOneProduct: productId !== null }, name)) {
    reply.header('www-authenticate', 'Bearer error="insufficient_scope"')
    throw new Refused('tokenScope')
  }
  return {
    caller: { actor: { accountId, ...(hasDayLimit && { limitedTokenId: id }) } },
    ...(productId !== null && { onlyProductId: productId }),
  }
}

/** By the cookie; a browser whose token was due for another gets it with the answer. */
async function getSignedIn(
  { endpoint, request, reply }: Asking,
  { world, cookie, authenticate }: Guards,
) {
  const token = cookie.read(request)
  const known = token ? await authenticate(token, idleSecondsOf(endpoint, request)) : undefined
  if (known?.outcome === 'signedIn') {
    if (known.fresh) cookie.write(reply, known.fresh, world.now())
    return known
  }
  throw new Refused(known?.why ?? 'notSignedIn')
}

/** Longer than a sign-in lasts that is not remembered. */
const longIdle = 999_999

/** For how long the person has done nothing, where the app asks by itself; listening is no activity. */
function idleSecondsOf({ stream }: Endpoint, request: FastifyRequest): number {
  if (stream) return longIdle
  const text = request.headers['idle-seconds']
  return typeof text === 'string' && /^\d{1,6}$/.test(text) ? Number(text) : 0
}
