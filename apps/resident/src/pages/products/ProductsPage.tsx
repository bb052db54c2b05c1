/** Every product of the user: first the municipalities (M1), then the products of the chosen one (M2). */
import { lazy, Suspense } from 'react'
import { Icon } from '@2park/web/components/Icon'
import { PageTitle } from '#frame/PageTitle.tsx'
import { m } from '#paraglide/messages.js'
import { SheetSkeleton } from '#booking/SheetSkeleton.tsx'
import { Logo } from '#frame/Logo.tsx'
import page from '#page.module.css'
import { useLocale } from '#preferences.ts'
import { type Product, useProducts } from '#products.ts'
import { closeSheet } from '#routing/navigation.ts'
import type { ProductsPlace } from '#routing/place.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import { Municipalities } from './Municipalities.tsx'
import { ProductCard } from './ProductCard.tsx'
import styles from './ProductsPage.module.css'

const AlarmSheet = lazy(async () => ({
  default: (await import('./AlarmSheet.tsx')).AlarmSheet,
}))
const RemoveProductSheet = lazy(async () => ({
  default: (await import('./RemoveProductSheet.tsx')).RemoveProductSheet,
}))

type Props = { readonly place: ProductsPlace }

export function ProductsPage({ place }: Props) {
  useLocale()
  const products = useProducts()
  const chosen = products.filter(({ organisation }) => organisation.id === place.organisation)
  return (
    <>
      <div className={page.head}>
        <PageTitle>{m.all_products()}</PageTitle>
      </div>
      {products.length === 0 && (
        <div className={page.empty}>
          <h2>{m.no_products()}</h2>
          <p>{m.no_products_hint()}</p>
        </div>
      )}
      {chosen.length === 0 ? (
        <Municipalities place={place} products={products} />
      ) : (
        <OfMunicipality place={place} products={chosen} lastUsed={products[0]} />
      )}
      <Sheets place={place} product={products.find(({ id }) => id === place.about)} />
    </>
  )
}

type OfMunicipalityProps = Props & {
  readonly products: readonly Product[]
  readonly lastUsed: Product | undefined
}

function OfMunicipality({ place, products, lastUsed }: OfMunicipalityProps) {
  const { product: selected = lastUsed?.id } = place
  const [first] = products
  if (!first) return null
  const { organisation } = first
  return (
    <section aria-labelledby={organisation.id}>
      <PlaceLink to={{ page: 'products', product: place.product }} className={styles.back}>
        <Icon name="back" />
        {m.all_municipalities()}
      </PlaceLink>
      <h2 id={organisation.id} className={styles.organisation}>
        <Logo organisation={organisation} className={styles.logo} />
        {organisation.name}
      </h2>
      <ul className={page.cards}>
        {products.map((product) => (
          <li key={product.id}>
            <ProductCard place={place} product={product} isSelected={product.id === selected} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type SheetsProps = Props & { readonly product: Product | undefined }

function Sheets({ place, product }: SheetsProps) {
  if (!product) return null
  return (
    <Suspense fallback={<SheetSkeleton onClose={closeSheet} />}>
      {place.sheet === 'alarm' && <AlarmSheet product={product} onClose={closeSheet} />}
      {place.sheet === 'remove' && <RemoveProductSheet product={product} onClose={closeSheet} />}
    </Suspense>
  )
}
