/**
 * What makes it safe to send a form once more after the network failed: as long as nobody answered,
 * the same content keeps its key. Any answer ends that, a refusal too, and so does other content.
 */
import { useState } from 'react'
import { ProblemAnswer } from '@2park/web/api'
import { createAttempts } from '#booking/attempts.ts'

type CallOnce = <Answer>(
  content: unknown,
  call: (idempotencyKey: string) => Promise<Answer>,
) => Promise<Answer>

export function useCallOnce(): CallOnce {
  return useState(createCallOnce)[0]
}

export function createCallOnce(): CallOnce {
  const attempts = createAttempts<undefined>()
  return async (content, call) => {
    const { key } = attempts.of(content, () => undefined)
    try {
      const answer = await call(key)
      attempts.answered()
      return answer
    } catch (error) {
      if (error instanceof ProblemAnswer) attempts.answered()
      throw error
    }
  }
}
