/**
 * The way to the bank: an order, and the address where it is paid. An order whose answer got lost is
 * sent again under its own key, so that there is one; after a "no" the next try is a new one.
 */
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call, ProblemAnswer } from '@2park/web/api'
import { useIdempotencyKeys } from '#idempotency-keys.ts'
import { useLocale } from '#preferences.ts'

export function useOrder(productId: string) {
  const language = useLocale()
  const keys = useIdempotencyKeys()
  const order = useMutation({
    mutationFn: async (optionId: string) => {
      const { id } = await call(
        'POST /products/{productId}/top-ups',
        { params: { productId }, body: { optionId, language } },
        { idempotencyKey: keys.of(optionId) },
      )
      await goToBank(productId, id)
    },
    onError: (error) => {
      if (error instanceof ProblemAnswer) keys.forget()
    },
  })
  const { reset } = order
  useComingBack(() => {
    keys.forget()
    reset()
  })
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
