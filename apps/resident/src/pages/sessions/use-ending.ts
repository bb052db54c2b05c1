/** Stopping or deleting a session: the call once, a word about what came back, and the screen anew. */
import { useQueryClient } from '@tanstack/react-query'
import { announce, type Undo } from '@2park/web/announce'
import { useCallOnce } from '#call-once.ts'
import { forgetSession, readSessionsAgain } from '#sessions.ts'

type OfSession = { readonly parkingSessionId: string }

type Ending<Answer> = {
  readonly params: OfSession
  readonly call: (sent: { params: OfSession }, idempotencyKey: string) => Promise<Answer>
  readonly said: (answer: Answer) => string
  /** Where it can be taken back. */
  readonly undo?: Undo
  readonly onClose: () => void
}

export function useEnding<Answer>(ending: Ending<Answer>) {
  const { params, call, said, undo, onClose } = ending
  const client = useQueryClient()
  const mutation = useCallOnce({
    call,
    onSuccess: (answer) => {
      announce(() => said(answer), undo)
      forgetSession(client, params.parkingSessionId)
      onClose()
      void readSessionsAgain(client)
    },
    // It may have ended by itself just now: what is on the screen is no longer so.
    onError: () => readSessionsAgain(client),
  })
  return {
    end: () => mutation.mutate({ params }),
    isPending: mutation.isPending,
    error: mutation.error,
  }
}
