/** What the form as it stands would cost. A newer choice calls off the question about an older one. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@2park/web/api'
import { serverNow } from '@2park/web/clock'
import type { Product } from '#products.ts'
import { type NewSessionForm, timesOf } from './form.ts'

/** "Now" moves on while the sheet is open, and the price with it. */
const refreshMs = 30_000

type Asked = {
  readonly form: NewSessionForm
  readonly plate: NewSessionForm['plate'] | undefined
  /** Where, of a product with a choice; nothing can be said until it is made. */
  readonly location: string | undefined
}

export function useQuote(product: Product, { form, plate, location }: Asked) {
  const zone = product.organisation.timeZone
  const { start, startAt, end, endAt } = form
  const isPlaceKnown = product.kind !== 'prepaid' || location !== undefined
  return useQuery({
    queryKey: [
      'POST /products/{productId}/quotes',
      product.id,
      plate,
      location,
      start === 'later' && startAt,
      end,
      end === 'other' && endAt,
    ],
    queryFn: ({ signal }) =>
      call(
        'POST /products/{productId}/quotes',
        {
          params: { productId: product.id },
          body: {
            ...timesOf(form, serverNow(), zone),
            ...(plate && { plate }),
            ...(location !== undefined && { location }),
          },
        },
        { signal },
      ),
    enabled: isPlaceKnown && timesOf(form, serverNow(), zone) !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
    staleTime: 0,
    gcTime: refreshMs,
  })
}
