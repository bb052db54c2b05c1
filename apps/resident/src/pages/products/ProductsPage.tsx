/** Every product of the user, by municipality, to choose the one to park on. */
import { PageTitle } from '#frame/PageTitle.tsx'
import { m } from '#paraglide/messages.js'
import { Arms } from '#frame/Arms.tsx'
import page from '#page.module.css'
import { useLocale } from '#preferences.ts'
import { type Product, useProducts } from '#products.ts'
import type { OverviewPlace } from '#routing/place.ts'
import { ProductCard } from './ProductCard.tsx'
import styles from './ProductsPage.module.css'

type Props = { readonly place: OverviewPlace }

export function ProductsPage({ place }: Props) {
  useLocale()
  const products = useProducts()
  const { product: selected = products[0]?.id } = place
  return (
    <>
      <PageTitle>{m.all_products()}</PageTitle>
      {products.length === 0 && (
        <div className={page.empty}>
          <h2>{m.no_products()}</h2>
          <p>{m.no_products_hint()}</p>
        </div>
      )}
      {byOrganisation(products).map(([first, ...others]) => (
        <section key={first.organisation.id} aria-labelledby={first.organisation.id}>
          <h2 id={first.organisation.id} className={styles.organisation}>
            <Arms className={undefined} />
            {first.organisation.name}
          </h2>
          <ul className={page.cards}>
            {[first, ...others].map((product) => (
              <li key={product.id}>
                <ProductCard product={product} isSelected={product.id === selected} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

type Group = [Product, ...Product[]]

function byOrganisation(products: readonly Product[]): Group[] {
  const groups = new Map<string, Group>()
  for (const product of products) {
    const group = groups.get(product.organisation.id)
    if (group) group.push(product)
    else groups.set(product.organisation.id, [product])
  }
  return [...groups.values()].toSorted(([a], [b]) =>
    a.organisation.name.localeCompare(b.organisation.name),
  )
}
