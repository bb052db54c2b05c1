/**
 * Gives the same call with the same `Idempotency-Key` the same answer, refusals too, however often
 * and however simultaneously it comes. The effect itself is guarded where it is written: see
 * `answers.queries.ts`.
 */
import { createHash } from 'node:crypto'
import { statusOf } from '@2park/contract/problems'
import type { FastifyRequest } from 'fastify'
import { violatedConstraint } from '#database/violation.ts'
import type { Database } from '#database/database.ts'
import { Refused } from '#refused.ts'
import { findAnswer, keepAnswer, keptOnce, type Keep } from './answers.queries.ts'
import type { WordlessProblem } from './problem-answer.ts'

export type Answer =
  | { readonly outcome: 'done'; readonly body: unknown }
  | { readonly outcome: 'refused'; readonly problem: WordlessProblem }

/** What to keep the answer by; undefined where the client did not name its call. */
export function keepOf(
  request: FastifyRequest,
  call: Pick<Keep, 'callerId' | 'status' | 'at'>,
): Keep | undefined {
  const named = request.headers['idempotency-key']
  if (typeof named !== 'string') return undefined
  const fingerprint = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    // Which version was changed is part of what was asked; nothing where nothing is versioned.
    .update(`\n${request.headers['if-match'] ?? ''}`)
    .digest()
  return { ...call, key: named.replace(/^"(.*)"$/, '$1'), fingerprint }
}

export async function once(
  db: Database,
  keep: Keep | undefined,
  work: () => Promise<unknown>,
): Promise<Answer> {
  try {
    return { outcome: 'done', body: await work() }
  } catch (error) {
    if (keep && violatedConstraint(error) === keptOnce) return earlierAnswer(db, keep)
    if (!(error instanceof Refused)) throw error
    const problem = { code: error.code, ...error.details }
    return keep ? keepRefusal(db, keep, problem) : { outcome: 'refused', problem }
  }
}

/** A refusal has no effect to be kept with; where a retry was quicker, its answer holds. */
async function keepRefusal(db: Database, keep: Keep, problem: WordlessProblem): Promise<Answer> {
  try {
    await keepAnswer(db, { ...keep, status: statusOf[problem.code] }, problem)
    return { outcome: 'refused', problem }
  } catch (error) {
    if (violatedConstraint(error) === keptOnce) return earlierAnswer(db, keep)
    throw error
  }
}

async function earlierAnswer(db: Database, keep: Keep): Promise<Answer> {
  const earlier = await findAnswer(db, keep)
  if (!earlier?.fingerprint.equals(keep.fingerprint))
    return { outcome: 'refused', problem: { code: 'idempotencyKeyReused' } }
  return earlier.status < 400
    ? { outcome: 'done', body: earlier.body ?? undefined }
    : // Only `keepRefusal` writes an answer with such a status.
      { outcome: 'refused', problem: earlier.body as WordlessProblem }
}
