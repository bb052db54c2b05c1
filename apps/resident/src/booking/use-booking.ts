/** Placing an order: the answer is a parking session, or a refusal to show with its alternatives. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Problem, ProblemAnswer } from '@2park/web/api'
import { keepSession, readSessionsAgain, type Session } from '#sessions.ts'
import { createAttempts } from './attempts.ts'
import { type Alternative, type Order, orderOf, place } from './order.ts'

export type Refusal = { readonly problem: Problem; readonly order: Order }

const refusedStatus = 409

export type Booking = ReturnType<typeof useBooking>

export function useBooking(onBooked: (session: Session) => void) {
  const client = useQueryClient()
  const [attempts] = useState(() => createAttempts<Order>())
  const [refusal, setRefusal] = useState<Refusal>()
  const [chosen, choose] = useState<Alternative>()

  const placing = useMutation({
    mutationFn: ({ order, key }: { order: Order; key: string }) => place(order, key),
    onSuccess: (session) => {
      attempts.answered()
      keepSession(client, session)
      onBooked(session)
      void readSessionsAgain(client)
    },
    onError: (error, { order }) => {
      if (!(error instanceof ProblemAnswer)) return
      attempts.answered()
      if (error.problem.status !== refusedStatus) return
      setRefusal({ problem: error.problem, order })
      choose(error.problem.alternatives?.[0])
    },
  })

  const book = (wish: object, order: () => Order) => {
    if (!placing.isPending) placing.mutate(attempts.of(wish, order))
  }
  return {
    book,
    refusal,
    /** The alternative that [Bevestigen] takes. */
    chosen,
    choose,
    take: () => {
      if (refusal && chosen) book(chosen, () => orderOf(chosen, refusal.order))
    },
    /** Back to the form, to change what was refused. */
    reconsider: () => {
      setRefusal(undefined)
      placing.reset()
    },
    isPending: placing.isPending,
    /** What went wrong, other than a refusal. */
    error: isRefusal(placing.error) ? undefined : (placing.error ?? undefined),
  }
}

function isRefusal(error: Error | null): boolean {
  return error instanceof ProblemAnswer && error.problem.status === refusedStatus
}
