/** The permit shop's calls, with the token that the clerk typed: it lives as long as the page. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { call, type InputOf, type OutputOf } from '@2park/web/api'
import { useCallOnce } from '#call-once.ts'

export type Shop = OutputOf<'GET /permit-shop'>
export type Issued = OutputOf<'GET /permit-shop/products/{productId}'>

const ShopToken = createContext('')
export const ShopTokenProvider = ShopToken.Provider

export function useShopToken(): string {
  return useContext(ShopToken)
}

export const shopRead = (shopToken: string) =>
  queryOptions({
    queryKey: ['permit-shop', shopToken] as const,
    queryFn: ({ signal }) => call('GET /permit-shop', {}, { signal, shopToken }),
    gcTime: 0,
  })

export const accessibilityRead = (shopToken: string) =>
  queryOptions({
    queryKey: ['permit-shop-accessibility', shopToken] as const,
    queryFn: ({ signal }) => call('GET /permit-shop/accessibility', {}, { signal, shopToken }),
    // Read anew whenever it is opened.
    gcTime: 0,
  })

/** A page of the list, from below a number. */
export function readIssued(shopToken: string, before: number | undefined, signal: AbortSignal) {
  const query = before === undefined ? {} : { before }
  return call('GET /permit-shop/products', { query }, { signal, shopToken })
}

/** To whom its link goes from now on, and the mail with it; both can be done again. */
export function useNewHolder(productId: string, onMailed: (email: string) => void) {
  const shopToken = useShopToken()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (email: string) => {
      const params = { productId }
      const body = { email }
      await call('PATCH /permit-shop/products/{productId}', { params, body }, { shopToken })
      await call('POST /permit-shop/products/{productId}/_mail', { params }, { shopToken })
    },
    onSuccess: async (_, email) => {
      onMailed(email)
      await client.invalidateQueries({ queryKey: ['permit-shop-products'] })
    },
  })
}

type Deed =
  | 'POST /permit-shop/products'
  | 'POST /permit-shop/products/{productId}/_mail'
  | 'POST /permit-shop/products/{productId}/_end'

/** Does something, once, and shows the list as it is then. */
export function useDeed<N extends Deed>(name: N) {
  const shopToken = useShopToken()
  const client = useQueryClient()
  return useCallOnce({
    call: (input: InputOf<N>, idempotencyKey) => call(name, input, { idempotencyKey, shopToken }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['permit-shop-products'] }),
  })
}

/** Blocks and unblocks: one after the other they are deeds of their own, also where an answer was lost. */
export function useBlocking(productId: string) {
  const shopToken = useShopToken()
  const client = useQueryClient()
  return useCallOnce({
    call: async (isBlocked: boolean, idempotencyKey) => {
      const input = { params: { productId } }
      const options = { idempotencyKey, shopToken }
      if (isBlocked) await call('POST /permit-shop/products/{productId}/_block', input, options)
      else await call('POST /permit-shop/products/{productId}/_unblock', input, options)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['permit-shop-products'] }),
  })
}
