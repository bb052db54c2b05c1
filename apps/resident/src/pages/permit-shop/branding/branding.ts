/** Reading and saving the branding, with the shop's token. */
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { announce } from '@2park/web/announce'
import { call, type InputOf } from '@2park/web/api'
import { useCallOnce } from '#call-once.ts'
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
  return useCallOnce({
    call: (body: BrandingInput, idempotencyKey) =>
      call('PUT /permit-shop/branding', { body }, { shopToken, idempotencyKey, version }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: shopRead(shopToken).queryKey })
      onClose()
      announce(() => m.branding_saved())
    },
  })
}
