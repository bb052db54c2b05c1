/** Puts a refusal in words: the body of every answer that is not a success (RFC 9457). */
import { contrastText, invalidFieldTexts } from '@2park/contract/invalid-field'
import type { Language } from '@2park/contract/language'
import { problemTexts } from '@2park/contract/problem-texts'
import type { Problem } from '@2park/contract/problem'
import { problemType, statusOf, type ProblemCode } from '@2park/contract/problems'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod/mini'
import type { RefusalDetails } from '#refused.ts'
import { apiHeaders } from './headers.ts'
import { languageOf } from './language.ts'
import { rateLimitHeaders } from './rate-limit.ts'

export type WordlessProblem = RefusalDetails & {
  readonly code: ProblemCode
  readonly instance?: string
}

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: WordlessProblem,
): FastifyReply {
  const language = languageOf(request.headers['accept-language'])
  if (problem.retryAfterSeconds !== undefined)
    reply.header('retry-after', problem.retryAfterSeconds)
  if (problem.allowance) reply.headers(rateLimitHeaders(problem.allowance))
  return reply
    .code(statusOf[problem.code])
    .headers(apiHeaders)
    .header('content-language', language)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(inWords(problem, language))
}

function inWords(problem: WordlessProblem, language: Language): z.output<typeof Problem> {
  const { code, instance, errors, reasons, alternatives } = problem
  const { shortfall, secondStep, nextPeriodOn } = problem
  return {
    type: problemType(code),
    status: statusOf[code],
    code,
    ...problemTexts[code][language],
    ...(instance && { instance }),
    ...(errors && {
      errors: errors.map((error) => ({
        ...error,
        detail: error.contrast
          ? contrastText(error.contrast, language)
          : invalidFieldTexts[error.code][language],
      })),
    }),
    ...(reasons && {
      reasons: reasons.map((reason) => ({ code: reason, ...problemTexts[reason][language] })),
    }),
    ...(alternatives && { alternatives }),
    ...(shortfall && { shortfall }),
    ...(secondStep && { secondStep }),
    ...(nextPeriodOn && { nextPeriodOn }),
  }
}
