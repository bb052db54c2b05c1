/** Reading and saving the look, with the shop's token. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { announce } from '@2park/web/announce'
import { call, type InputOf } from '@2park/web/api'
import { m } from '#paraglide/messages.js'
import { shopRead, useShopToken } from '../shop.ts'

type BrandingInput = InputOf<'PUT /permit-shop/branding'>['body']

export const brandingRead = (shopToken: string) =>
  queryOptions({
    queryKey: ['permit-shop-branding', shopToken] as const,
    queryFn: ({ signal }) => call('GET /permit-shop/branding', {}, { signal, shopToken }),
    // Read anew whenever it is opened.
    gcTime: 0,
  })

/** Tells it, and shows the page as it is then. */
export function useSaving(version: number, onClose: () => void) {
  const shopToken = useShopToken()
  const client = useQueryClient()
  const [idempotencyKeys] = useState(() => new Map<string, string>())
  return useMutation({
    mutationFn: (body: BrandingInput) => {
      const idempotencyKey = keyOf(body, idempotencyKeys)
      return call('PUT /permit-shop/branding', { body }, { shopToken, idempotencyKey, version })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: shopRead(shopToken).queryKey })
      onClose()
      announce(m.branding_saved())
    },
  })
}

/** The same content keeps its key for a retry; other content is another change. */
function keyOf(body: BrandingInput, keys: Map<string, string>): string {
  const content = JSON.stringify(body)
  const key = keys.get(content) ?? crypto.randomUUID()
  keys.set(content, key)
  return key
}
