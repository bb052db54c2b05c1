import { Fragment } from 'react'
import { buttonClass } from '@2park/web/components/Button'
import { Icon } from '@2park/web/components/Icon'
import { dateOf, formatDate } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import { keyFigures } from '#key-figures.ts'
import { productStateText } from '#product-state.ts'
import { type Product, useWording } from '#products.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import styles from './ProductsPage.module.css'

type Props = { readonly product: Product; readonly isSelected: boolean }

export function ProductCard({ product, isSelected }: Props) {
  const { id, name, location, state, counts, validUntil, delegation } = product
  const { locale, zone } = useWording(product)
  const stateText = productStateText(state)
  const lastDay = Temporal.Instant.from(validUntil).subtract({ seconds: 1 }).toString()
  return (
    <article className={styles.card} data-selected={isSelected} aria-labelledby={`name-${id}`}>
      <h3 id={`name-${id}`}>{name}</h3>
      <p>{location}</p>
      {delegation && <p>{m.delegated_by({ by: delegation.by })}</p>}
      <dl className={styles.facts}>
        {keyFigures(product, locale).map(({ term, value }) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
        <dt>{m.running()}</dt>
        <dd>{counts.running}</dd>
        <dt>{m.planned()}</dt>
        <dd>{counts.planned}</dd>
        <dt>{m.valid_until()}</dt>
        <dd>{formatDate(dateOf(lastDay, zone), { locale })}</dd>
      </dl>
      {stateText !== undefined && (
        <p className={styles.state}>
          <Icon name="warning" />
          {stateText}
        </p>
      )}
      {state !== 'expired' && state !== 'blocked' && (
        <PlaceLink
          to={{ page: 'sessions', productId: id }}
          className={buttonClass()}
          data-look={isSelected ? 'primary' : 'plain'}
          aria-describedby={`name-${id}`}
        >
          {m.select()}
        </PlaceLink>
      )}
    </article>
  )
}
