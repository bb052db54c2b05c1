/** The one place where whatever went wrong becomes an answer. */
import type { ProblemCode } from '@2park/contract/problems'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isDatabaseAway } from '#database/away.ts'
import { Outage } from '#outage.ts'
import { Refused } from '#refused.ts'
import { sendProblem, type WordlessProblem } from './problem-answer.ts'

/** What Fastify and its plugins refuse before a handler runs. */
const ofFastify: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'bodyTooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'mediaTypeNotSupported',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid',
  FST_ERR_BAD_URL: 'notFound',
  FST_ERR_MAX_PARAM_LENGTH: 'notFound',
  FST_STATIC_FORBIDDEN_PATH: 'notFound',
}

export function answerError(
  error: FastifyError | Refused,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof Refused)
    return sendProblem(request, reply, { code: error.code, ...error.details })
  const code = ofFastify[error.code]
  if (code) return sendProblem(request, reply, refusedByFastify(code))
  if (error instanceof Outage || isDatabaseAway(error)) {
    request.log.error({ err: error }, 'outage')
    return sendProblem(request, reply, { code: 'outage', retryAfterSeconds: 30 })
  }
  request.log.error({ err: error }, 'fault')
  return sendProblem(request, reply, { code: 'fault', instance: `urn:2park:fault:${request.id}` })
}

function refusedByFastify(code: ProblemCode): WordlessProblem {
  return code === 'invalid'
    ? { code, errors: [{ in: 'body', pointer: '', code: 'syntax' }] }
    : { code }
}
