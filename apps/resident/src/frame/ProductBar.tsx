/** The selected product, where it holds, and what is left on it. */
import { Icon } from '@2park/web/components/Icon'
import { RunningText } from '@2park/web/components/RunningText'
import { formatBalance } from '@2park/web/format'
import { VisuallyHidden } from '@2park/web/components/VisuallyHidden'
import { useBalanceAlarm } from '#balance-alarms.ts'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { keyFigures } from '#key-figures.ts'
import { locationText, type Product } from '#products.ts'
import { Logo } from './Logo.tsx'
import styles from './ProductBar.module.css'

type Props = {
  readonly product: Product | undefined
  readonly onMenu: () => void
  /** The pointer or the focus is on the menu button: its code can be fetched. */
  readonly onMenuNear: () => void
}

export function ProductBar({ product, onMenu, onMenuNear }: Props) {
  return (
    <div className={styles.bar}>
      <button
        type="button"
        className={styles.menu}
        aria-label={m.menu()}
        aria-haspopup="dialog"
        onClick={onMenu}
        onPointerEnter={onMenuNear}
        onFocus={onMenuNear}
      >
        <Icon name="menu" />
      </button>
      {product && <ProductSummary product={product} />}
    </div>
  )
}

function ProductSummary({ product }: { readonly product: Product }) {
  const locale = useLocale()
  const { name, organisation } = product
  const figures = keyFigures(product, locale)
  return (
    <>
      <div className={styles.product}>
        <Logo organisation={organisation} className={styles.arms} />
        <div>
          <b className={styles.name}>{name}</b>
          <span className={styles.place}>
            {locationText(product)}, {organisation.name}
          </span>
        </div>
      </div>
      <div className={styles.figures}>
        <Bell product={product} />
        {figures.map(({ term, value }) => (
          <div key={term} className={styles.balance}>
            <span className={styles.balanceLabel}>{term}</span>{' '}
            <b className={styles.balanceAmount}>
              <RunningText text={value} />
            </b>
          </div>
        ))}
      </div>
    </>
  )
}

/** Blue when an alarm is set, red when the balance is below it (M3); its shape and words say the same. */
function Bell({ product }: { readonly product: Product }) {
  const locale = useLocale()
  const alarm = useBalanceAlarm(product)
  if (!alarm) return null
  const amount = formatBalance(alarm.threshold, locale)
  return (
    <span className={styles.bell} data-below={alarm.isBelow}>
      <Icon name={alarm.isBelow ? 'bellRinging' : 'bell'} />
      <VisuallyHidden>
        {alarm.isBelow ? m.bell_below({ amount }) : m.bell_set({ amount })}
      </VisuallyHidden>
    </span>
  )
}
