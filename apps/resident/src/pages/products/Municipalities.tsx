/** The municipalities that one has products of (M1): name, logo and how many. */
import { buttonClass } from '@2park/web/components/Button'
import { Logo } from '#frame/Logo.tsx'
import { m } from '#paraglide/messages.js'
import page from '#page.module.css'
import type { Product } from '#products.ts'
import type { ProductsPlace } from '#routing/place.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import styles from './ProductsPage.module.css'

type Props = { readonly place: ProductsPlace; readonly products: readonly Product[] }

export function Municipalities({ place, products }: Props) {
  return (
    <ul className={page.cards}>
      {byOrganisation(products).map(({ organisation, count }) => (
        <li key={organisation.id}>
          <article className={styles.municipality} aria-labelledby={`town-${organisation.id}`}>
            <h2 id={`town-${organisation.id}`} className={styles.organisation}>
              <Logo organisation={organisation} className={styles.logo} />
              {organisation.name}
            </h2>
            <p>{m.product_count({ count })}</p>
            <PlaceLink
              to={{ page: 'products', product: place.product, organisation: organisation.id }}
              className={buttonClass()}
              data-look="plain"
              aria-describedby={`town-${organisation.id}`}
            >
              {m.show_products()}
            </PlaceLink>
          </article>
        </li>
      ))}
    </ul>
  )
}

type Municipality = { readonly organisation: Product['organisation']; readonly count: number }

function byOrganisation(products: readonly Product[]): Municipality[] {
  const groups = Map.groupBy(products, ({ organisation }) => organisation.id)
  return [...groups.values()]
    .flatMap(([first, ...others]) =>
      first ? [{ organisation: first.organisation, count: 1 + others.length }] : [],
    )
    .toSorted((a, b) => a.organisation.name.localeCompare(b.organisation.name))
}
