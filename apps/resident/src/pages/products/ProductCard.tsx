/** One product: where and until when it holds, what is left, its alarm, and what can be done with it. */
import { Fragment } from 'react'
import { Button, buttonClass } from '@2park/web/components/Button'
import { Icon } from '@2park/web/components/Icon'
import { formatBalance } from '@2park/web/format'
import { dateOf, formatDate } from '@2park/web/moments'
import { type BalanceAlarm, useBalanceAlarm } from '#balance-alarms.ts'
import { keyFigures } from '#key-figures.ts'
import { m } from '#paraglide/messages.js'
import { productStateText } from '#product-state.ts'
import { locationText, type Product, useWording } from '#products.ts'
import { openSheet } from '#routing/navigation.ts'
import type { ProductsPlace } from '#routing/place.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import { StateRemark } from '#StateRemark.tsx'
import styles from './ProductsPage.module.css'

type Props = {
  readonly place: ProductsPlace
  readonly product: Product
  readonly isSelected: boolean
}

export function ProductCard({ place, product, isSelected }: Props) {
  const { id, name, state, delegation } = product
  const alarm = useBalanceAlarm(product)
  return (
    <article className={styles.card} data-selected={isSelected} aria-labelledby={`name-${id}`}>
      <h3 id={`name-${id}`}>{name}</h3>
      <p>{locationText(product)}</p>
      <Facts product={product} />
      <div className={styles.remarks}>
        {delegation && <p className={styles.by}>{m.delegated_by({ by: delegation.by })}</p>}
        {alarm && <Bell alarm={alarm} product={product} />}
        <StateRemark state={state} text={productStateText(state)} />
      </div>
      <Actions {...{ place, product, isSelected, hasAlarm: alarm !== undefined }} />
    </article>
  )
}

function Facts({ product }: Pick<Props, 'product'>) {
  const { counts, validFrom, validUntil } = product
  const { locale, zone } = useWording(product)
  const lastDay = Temporal.Instant.from(validUntil).subtract({ seconds: 1 }).toString()
  const day = (instant: string) => formatDate(dateOf(instant, zone), { locale })
  return (
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
      <dt>{m.valid_from()}</dt>
      <dd>{day(validFrom)}</dd>
      <dt>{m.valid_until()}</dt>
      <dd>{day(lastDay)}</dd>
    </dl>
  )
}

/** Blue when set, red when the balance is below it (M3); its shape and words say the same. */
function Bell({ alarm, product }: { readonly alarm: BalanceAlarm; readonly product: Product }) {
  const { locale } = useWording(product)
  const amount = formatBalance(alarm.threshold, locale)
  return (
    <p className={styles.bell} data-below={alarm.isBelow}>
      <Icon name={alarm.isBelow ? 'bellRinging' : 'bell'} />
      {alarm.isBelow ? m.alarm_below({ amount }) : m.alarm_set_at({ amount })}
    </p>
  )
}

type ActionProps = Props & { readonly hasAlarm: boolean }

function Actions({ place, product, isSelected, hasAlarm }: ActionProps) {
  const { id, state, balance } = product
  const open = (sheet: 'alarm' | 'remove') => openSheet({ ...place, sheet, about: id })
  const describedBy = { 'aria-describedby': `name-${id}` }
  if (state === 'expired' || state === 'blocked') {
    return (
      <Button look="danger" {...describedBy} onClick={() => open('remove')}>
        {m.remove_product()}
      </Button>
    )
  }
  return (
    <div className={styles.actions}>
      <PlaceLink
        to={{ page: 'sessions', productId: id }}
        className={buttonClass()}
        data-look={isSelected ? 'primary' : 'plain'}
        {...describedBy}
      >
        {m.select()}
      </PlaceLink>
      {state !== 'revoked' && balance.unit !== 'none' && (
        <Button look="quiet" {...describedBy} onClick={() => open('alarm')}>
          {hasAlarm ? m.change_alarm() : m.set_alarm()}
        </Button>
      )}
    </div>
  )
}
