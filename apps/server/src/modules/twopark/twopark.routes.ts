/** Speaks the protocol over HTTP: forms in, envelopes out, and who calls by a cookie of its own. */
import type { Language } from '@2park/contract/language'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod/mini'
import { isDatabaseAway } from '#database/away.ts'
import { takeForms } from '#http/forms.ts'
import { apiHeaders } from '#http/headers.ts'
import { requireOwnOrigin } from '#http/own-origin.ts'
import { findProgram } from '#modules/access-tokens/index.ts'
import { authenticateClient } from '#modules/accounts/index.ts'
import { whereToPay, type Till } from '#modules/top-ups/index.ts'
import { Outage } from '#outage.ts'
import { Refused } from '#refused.ts'
import type { Asking, Call, Form, Visit } from './call.ts'
import { calls } from './calls.ts'
import { Declined, declined, refused, succeeded, type Envelope } from './envelope.ts'
import { withinFence } from './fence.ts'
import { proposalsOf } from './proposals.ts'
import { requireScope } from './token-scopes.ts'
import { paymentPath } from './top-up-calls.ts'

const base = '/gsmpark-app-www'
const cookieName = 'JSESSIONID'

export function twoParkRoutes(app: FastifyInstance, till: Till): void {
  app.get('/version.json', (_, reply) => reply.headers(apiHeaders).send({ env: '' }))
  app.register((scope, _, done) => {
    takeForms(scope, { ofAnyType: true })
    scope.addHook('onRequest', async (request, reply) => {
      reply.headers(apiHeaders)
      requireOwnOrigin(request, till.publicUrl)
    })
    scope.setErrorHandler((error, request, reply) => send(reply, failure(error, request, reply)))
    for (const [name, call] of Object.entries(calls)) {
      scope.post(`${base}/json/${name}.json`, (request, reply) =>
        answer({ name, call, till }, request, reply),
      )
    }
    scope.post(`${base}/geo/isUserWithinGeofence`, async (request, reply) =>
      withinFence(await askingOf(till, request, reply), formOf(request)),
    )
    sendToPay(scope, till)
    done()
  })
}

/** Some clients post a form here and some open it: either is led on to the bank. */
function sendToPay(scope: FastifyInstance, till: Till): void {
  scope.route({
    method: ['GET', 'POST'],
    url: `${paymentPath}/:topUpId`,
    handler: async (request, reply) => {
      const { success, data } = z.safeParse(Payment, request.params)
      if (!success) throw new Refused('notFound')
      const { href } = await whereToPay(till, data.topUpId)
      return reply.redirect(href, 303)
    },
  })
}

const Payment = z.object({ topUpId: z.uuid() })

type Asked = { readonly name: string; readonly call: Call; readonly till: Till }

async function answer(
  { name, call, till }: Asked,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  try {
    const asking = await askingOf(till, request, reply)
    if (!call.isOpen) requireScope(name, asking.program)
    const result = await call.run(asking, formOf(request))
    return send(reply, succeeded(result, asking.language))
  } catch (error) {
    const envelope = failure(error, request, reply)
    const data = { ...envelope.data, alternates: proposalsOf(error, languageOf(formOf(request))) }
    return send(reply, call.hasAlternates ? { ...envelope, data } : envelope)
  }
}

async function askingOf(
  till: Till,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Asking & Partial<Visit>> {
  const token = request.cookies[cookieName]
  const visitor = token ? await visitorOf(till, token) : undefined
  const secure = till.publicUrl.protocol === 'https:'
  const kept = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  return {
    till,
    language: languageOf(formOf(request)),
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    token,
    remember: (fresh) => void reply.setCookie(cookieName, fresh, kept),
    ...visitor,
  }
}

type Visitor = Pick<Visit, 'actor' | 'signInId' | 'program'>

/** Who is signed in by a cookie; a token that was shown for it must hold still. */
async function visitorOf(till: Till, cookie: string): Promise<Visitor | undefined> {
  const known = await authenticateClient(till, cookie)
  if (!known) return undefined
  const { accountId, signInId, accessTokenId } = known
  if (accessTokenId === null) return { actor: { accountId }, signInId }
  const program = await findProgram(till, accessTokenId)
  const limitedTokenId = program?.hasDayLimit ? accessTokenId : undefined
  const actor = { accountId, ...(limitedTokenId !== undefined && { limitedTokenId }) }
  return program && { actor, signInId, program }
}

/** Only the parser of this scope makes bodies, and it makes forms of all of them. */
function formOf({ body }: FastifyRequest): Form {
  return (body ?? {}) as Form
}

/** `nl_NL` where nothing is said; also `en_UK`. */
function languageOf({ locale = '' }: Form): Language {
  return locale.startsWith('en') ? 'en' : 'nl'
}

function failure(error: unknown, request: FastifyRequest, reply: FastifyReply): Envelope {
  const language = languageOf(formOf(request))
  if (error instanceof Declined) return declined(error, language)
  if (error instanceof Refused) {
    const { retryAfterSeconds } = error.details
    if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds)
    return refused(error, language)
  }
  // Not an answer but a fault, or somebody's who is away: a client that reads no further says so.
  if (isTooLarge(error)) return refused(new Refused('bodyTooLarge'), language)
  const isOutage = error instanceof Outage || isDatabaseAway(error)
  request.log.error({ err: error }, isOutage ? 'outage' : 'fault')
  reply.code(isOutage ? 503 : 500)
  return refused(new Refused(isOutage ? 'outage' : 'fault'), language)
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE'
}

function send(reply: FastifyReply, envelope: Envelope): FastifyReply {
  return reply.type('application/json;charset=UTF-8').send(JSON.stringify(envelope))
}
