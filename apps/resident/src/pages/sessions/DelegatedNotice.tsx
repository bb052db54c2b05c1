/** On another's product: whose it is, with which plate and whose balance, and the way out (M6). */
import { Button } from '@2park/web/components/Button'
import { Notice } from '@2park/web/components/Notice'
import { Plate } from '@2park/web/components/Plate'
import { m } from '#paraglide/messages.js'
import type { Product } from '#products.ts'
import { openSheet } from '#routing/navigation.ts'
import type { SessionsPlace } from '#routing/place.ts'
import styles from './DelegatedNotice.module.css'

type Props = { readonly place: SessionsPlace; readonly product: Product }

export function DelegatedNotice({ place, product: { delegation, state } }: Props) {
  if (!delegation) return null
  const { by, plate, sharesBalance } = delegation
  return (
    <Notice>
      <b>{m.delegated_by({ by })}</b>
      {plate && (
        <span className={styles.plate}>
          {m.delegated_plate()} <Plate {...plate} />
        </span>
      )}
      {state !== 'revoked' && (
        <>
          <span>{sharesBalance ? m.delegated_shared() : m.delegated_part()}</span>
          <div>
            <Button onClick={() => openSheet({ ...place, sheet: 'leave' })}>{m.leave()}</Button>
          </div>
        </>
      )}
    </Notice>
  )
}
