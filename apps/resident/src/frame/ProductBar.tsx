/** The selected product, where it holds, and what is left on it. */
import { Icon } from '@2park/web/components/Icon'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { keyFigures } from '#key-figures.ts'
import type { Product } from '#products.ts'
import { Arms } from './Arms.tsx'
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
  const { name, location, organisation } = product
  const figures = keyFigures(product, locale)
  return (
    <>
      <div className={styles.product}>
        <Arms className={styles.arms} />
        <div>
          <b className={styles.name}>{name}</b>
          <span className={styles.place}>
            {location}, {organisation.name}
          </span>
        </div>
      </div>
      {figures.map(({ term, value }) => (
        <div key={term} className={styles.balance}>
          <span className={styles.balanceLabel}>{term}</span>{' '}
          <b className={styles.balanceAmount}>{value}</b>
        </div>
      ))}
    </>
  )
}
