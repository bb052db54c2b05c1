/**
 * The way to the bank: an order, and the address where it is paid. Where an answer to either got lost
 * the order is sent again under its own key, so that there is one; after a "no" the next is a new one.
 */
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call, type InputOf } from '@2park/web/api'
import { useCallOnce } from '#call-once.ts'

type Body = InputOf<'POST /products/{productId}/top-ups'>['body']

export function useOrder(productId: string) {
  const order = useCallOnce({
    call: async (body: Body, idempotencyKey) => {
      const sent = { params: { productId }, body }
      const { id } = await call('POST /products/{productId}/top-ups', sent, { idempotencyKey })
      await goToBank(productId, id)
    },
  })
  useComingBack(order.reset)
  return order
}

/** Goes on with a payment that was begun. */
export function useGoingOn(productId: string, topUpId: string) {
  const goingOn = useMutation({ mutationFn: () => goToBank(productId, topUpId) })
  useComingBack(goingOn.reset)
  return goingOn
}

async function goToBank(productId: string, topUpId: string): Promise<void> {
  const { url } = await call('POST /products/{productId}/top-ups/{topUpId}/checkouts', {
    params: { productId, topUpId },
  })
  location.assign(url)
}

/** Browsers may bring a page back as it was left: on its way to the bank, with a busy button. */
function useComingBack(onBack: () => void): void {
  useEffect(() => {
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) onBack()
    }
    addEventListener('pageshow', comeBack)
    return () => removeEventListener('pageshow', comeBack)
  }, [onBack])
}
