/** Stopping or deleting a session: the call once, a word about what came back, and the screen anew. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { announce, type Undo } from '@2park/web/announce'
import { forgetSession, readSessionsAgain } from '#sessions.ts'

type Ending = {
  readonly sessionId: string
  readonly call: (idempotencyKey: string) => Promise<unknown>
  readonly said: () => string
  /** Where it can be taken back. */
  readonly undo?: Undo
  readonly onClose: () => void
}

export function useEnding({ sessionId, call, said, undo, onClose }: Ending) {
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const ending = useMutation({
    mutationFn: () => call(key),
    onSuccess: () => {
      announce(said(), undo)
      forgetSession(client, sessionId)
      onClose()
      void readSessionsAgain(client)
    },
    // It may have ended by itself just now: what is on the screen is no longer so.
    onError: () => readSessionsAgain(client),
  })
  return {
    end: () => {
      if (!ending.isPending) ending.mutate()
    },
    isPending: ending.isPending,
    error: ending.error,
  }
}
