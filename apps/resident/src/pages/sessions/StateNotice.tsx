/** Of a product that one can't park on, or not yet: what is the matter, where one would look first. */
import { Notice } from '@2park/web/components/Notice'
import { formatDate } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import { productStateText } from '#product-state.ts'
import { type Product, useWording } from '#products.ts'

export function StateNotice({ product }: { readonly product: Product }) {
  const wording = useWording(product)
  const { state, validFrom } = product
  const stateText = productStateText(state)
  if (stateText === undefined) return null
  if (state === 'upcoming') {
    return (
      <Notice>
        <span>{m.product_upcoming({ date: formatDate(validFrom, wording) })}</span>
      </Notice>
    )
  }
  return (
    <Notice kind="warning">
      <span>{m.product_not_usable({ state: stateText })}</span>
    </Notice>
  )
}
