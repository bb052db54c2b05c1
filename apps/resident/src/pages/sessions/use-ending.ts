/** Stopping or deleting a session: the call once, a word about what came back, and the screen anew. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { announce, type Undo } from '@2park/web/announce'
import { useCallOnce } from '#call-once.ts'
import { forgetSession, readSessionsAgain } from '#sessions.ts'

type Ending<Answer> = {
  readonly sessionId: string
  readonly call: (idempotencyKey: string) => Promise<Answer>
  readonly said: (answer: Answer) => string
  /** Where it can be taken back. */
  readonly undo?: Undo
  readonly onClose: () => void
}

export function useEnding<Answer>(ending: Ending<Answer>) {
  const { sessionId, call, said, undo, onClose } = ending
  const client = useQueryClient()
  const callOnce = useCallOnce()
  const mutation = useMutation({
    mutationFn: () => callOnce(sessionId, call),
    onSuccess: (answer) => {
      announce(said(answer), undo)
      forgetSession(client, sessionId)
      onClose()
      void readSessionsAgain(client)
    },
    // It may have ended by itself just now: what is on the screen is no longer so.
    onError: () => readSessionsAgain(client),
  })
  return {
    end: () => {
      if (!mutation.isPending) mutation.mutate()
    },
    isPending: mutation.isPending,
    error: mutation.error,
  }
}
