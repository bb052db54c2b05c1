/** What a link is for, and what follows when it was accepted. */
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { call, type OutputOf } from '@2park/web/api'
import { go } from '#routing/navigation.ts'
import { dropLinkToken } from './link-token.ts'

export type Offer = OutputOf<'POST /links/_look'>

/** A look changes nothing: it is a POST to keep the token out of addresses. */
export const offerRead = (token: string) =>
  queryOptions({
    queryKey: ['link', token] as const,
    queryFn: ({ signal }) => call('POST /links/_look', { body: { token } }, { signal }),
    // Signing in or out elsewhere changes what is to be done here.
    staleTime: 0,
    gcTime: 0,
  })

/** To the parking sessions of what was linked; everything that was known before is read anew. */
export function useArrival() {
  const client = useQueryClient()
  return ({ productId }: { readonly productId: string }) => {
    dropLinkToken()
    client.clear()
    go({ page: 'sessions', productId }, { replace: true })
  }
}
