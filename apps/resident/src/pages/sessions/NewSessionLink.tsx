/** [+ Nieuwe parkeeractie] for the selected product (F1). */
import { buttonClass } from '@2park/web/components/Button'
import { Icon } from '@2park/web/components/Icon'
import { m } from '#paraglide/messages.js'
import type { SessionsPlace } from '#routing/place.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import { loadNewSessionSheet } from './sheets.ts'

type Props = { readonly place: SessionsPlace }

export function NewSessionLink({ place }: Props) {
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
