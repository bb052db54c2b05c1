import { Plate } from '@2park/web/components/Plate'
import { m } from '#paraglide/messages.js'
import type { Offer } from './offer.ts'
import styles from './LinkPage.module.css'

/** Of which municipality it is, where it holds, and for whom it is. */
export function LinkFacts({ offer }: { readonly offer: Offer }) {
  const { kind, organisation, product, email, by, plate } = offer
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{m.municipality()}</dt>
        <dd>{organisation.name}</dd>
      </div>
      <div>
        <dt>{m.location()}</dt>
        <dd>{product.location}</dd>
      </div>
      {kind === 'product' && (
        <div>
          <dt>{m.link_from()}</dt>
          <dd>{organisation.permitShopName}</dd>
        </div>
      )}
      {by !== undefined && (
        <div>
          <dt>{m.link_by()}</dt>
          <dd translate="no">{by}</dd>
        </div>
      )}
      {plate && (
        <div>
          <dt>{m.plate()}</dt>
          <dd>
            <Plate {...plate} />
          </dd>
        </div>
      )}
      <div>
        <dt>{m.link_for()}</dt>
        <dd translate="no">{email}</dd>
      </div>
    </dl>
  )
}
