/** What the form as it stands would cost. A newer choice calls off the question about an older one. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@2park/web/api'
import { serverNow } from '@2park/web/clock'
import type { Product } from '#products.ts'
import { type NewSessionForm, timesOf } from './form.ts'

/** "Now" moves on while the sheet is open, and the price with it. */
const refreshMs = 30_000

export function useQuote(
  product: Product,
  form: NewSessionForm,
  plate: NewSessionForm['plate'] | undefined,
) {
  const zone = product.organisation.timeZone
  const { start, startAt, end, endAt } = form
  return useQuery({
    queryKey: [
      'POST /products/{productId}/quotes',
      product.id,
      plate,
      start === 'later' && startAt,
      end,
      end === 'other' && endAt,
    ],
    queryFn: ({ signal }) =>
      call(
        'POST /products/{productId}/quotes',
        {
          params: { productId: product.id },
          body: { ...timesOf(form, serverNow(), zone), ...(plate && { plate }) },
        },
        { signal },
      ),
    enabled: timesOf(form, serverNow(), zone) !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
    staleTime: 0,
    gcTime: refreshMs,
  })
}
