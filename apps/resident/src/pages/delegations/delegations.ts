/** Who may park on a product of one's own (J). */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { announce } from '@2park/web/announce'
import type { OutputOf } from '@2park/web/api'
import { read, readAgain } from '@2park/web/read'
import { useCallOnce } from '#call-once.ts'
import { m } from '#paraglide/messages.js'

export type Delegation = OutputOf<'GET /products/{productId}/delegations'>['delegations'][number]

export const delegationsRead = (productId: string) =>
  read('GET /products/{productId}/delegations', { params: { productId } })

/** A part that moves, and sessions that stop, change the balance as well. */
function readDelegationsAgain(client: QueryClient): Promise<void> {
  return readAgain(
    client,
    'GET /products/{productId}/delegations',
    'GET /products',
    'GET /products/{productId}/parking-sessions',
    'GET /parking-sessions',
  )
}

const stateTexts: Readonly<Record<Delegation['state'], () => string>> = {
  pending: m.delegation_pending,
  accepted: m.delegation_accepted,
  revoked: m.delegation_revoked,
  left: m.delegation_left,
}

export function delegationStateText(state: Delegation['state']): string {
  return stateTexts[state]()
}

/** Pending or accepted: the others are shown for what they were. */
export function isHeld({ state }: Delegation): boolean {
  return state === 'pending' || state === 'accepted'
}

type Changing<Body> = {
  readonly call: (body: Body, idempotencyKey: string) => Promise<unknown>
  readonly said: (body: Body) => string
  readonly onDone: () => void
}

/** One change to the delegations: called once for the same content, a word, and the screen anew. */
export function useChange<Body>({ call, said, onDone }: Changing<Body>) {
  const client = useQueryClient()
  const change = useCallOnce({
    call,
    onSuccess: (_, body) => {
      announce(() => said(body))
      onDone()
      void readDelegationsAgain(client)
    },
    // It may have been accepted or left just now: what is on the screen is no longer so.
    onError: () => readDelegationsAgain(client),
  })
  return {
    go: (body: Body) => {
      if (!change.isPending) change.mutate(body)
    },
    isPending: change.isPending,
    error: change.error,
  }
}
