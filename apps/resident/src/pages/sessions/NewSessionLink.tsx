/** [+ Nieuwe parkeeractie] for the selected product (F1), or why that cannot be. */
import { buttonClass } from '@2park/web/components/Button'
import { Icon } from '@2park/web/components/Icon'
import { Notice } from '@2park/web/components/Notice'
import { m } from '#paraglide/messages.js'
import type { Product } from '#products.ts'
import { productStateText } from '#product-state.ts'
import type { SessionsPlace } from '#routing/place.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import { loadNewSessionSheet } from './sheets.ts'

type Props = { readonly place: SessionsPlace; readonly product: Product }

const canStart: ReadonlySet<Product['state']> = new Set(['active', 'upcoming'])

export function NewSessionLink({ place, product }: Props) {
  const state = productStateText(product.state)
  if (!canStart.has(product.state)) {
    return (
      <Notice kind="warning">
        <span>{m.product_not_usable({ state: state ?? '' })}</span>
      </Notice>
    )
  }
  return (
    <PlaceLink
      to={{ ...place, sheet: 'new' }}
      sheet
      className={buttonClass()}
      data-look="primary"
      onPointerEnter={() => void loadNewSessionSheet()}
      onFocus={() => void loadNewSessionSheet()}
    >
      <Icon name="plus" />
      {m.new_session()}
    </PlaceLink>
  )
}
