/**
 * What makes it safe to send a form once more after the network failed: as long as nobody answered,
 * the same content keeps its key. Any answer ends that, a refusal too, and so does other content.
 */
import { useMutation, type UseMutationOptions } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemAnswer } from '@2park/web/api'
import { createAttempts } from '#booking/attempts.ts'

type CallOnce = <Answer>(
  content: unknown,
  call: (idempotencyKey: string) => Promise<Answer>,
) => Promise<Answer>

type Call<Content, Answer> = {
  readonly call: (content: Content, idempotencyKey: string) => Promise<Answer>
} & Pick<UseMutationOptions<Answer, Error, Content>, 'onSuccess' | 'onError'>

export function useCallOnce<Content, Answer>({ call, ...then }: Call<Content, Answer>) {
  const [callOnce] = useState(createCallOnce)
  return useMutation({
    ...then,
    mutationFn: (content: Content) => callOnce(content, (key) => call(content, key)),
  })
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
