/** The pages of someone who is signed in, in their frame. Their products come first: all depends on them. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { showLonger } from '@2park/web/announce'
import { accountRead } from '#account.ts'
import { keepDraftsOf } from '#drafts.ts'
import { SessionsPage } from '#pages/sessions/SessionsPage.tsx'
import { ErrorBoundary } from '#problems/ErrorBoundary.tsx'
import { NotFoundPage } from '#problems/NotFoundPage.tsx'
import { type Product, productsRead } from '#products.ts'
import { isSignedOut } from '#query-client.ts'
import { go, goToPath } from '#routing/navigation.ts'
import { startProductRead } from '#start-product.ts'
import { hrefOf, type Place } from '#routing/place.ts'
import { Frame } from './Frame.tsx'
import { Loading } from './Loading.tsx'
import { LoadingFrame } from './LoadingFrame.tsx'

const DelegationsPage = lazy(async () => ({
  default: (await import('#pages/delegations/DelegationsPage.tsx')).DelegationsPage,
}))
const FavouritesPage = lazy(async () => ({
  default: (await import('#pages/favourites/FavouritesPage.tsx')).FavouritesPage,
}))
const HistoryPage = lazy(async () => ({
  default: (await import('#pages/history/HistoryPage.tsx')).HistoryPage,
}))
const TopUpPage = lazy(async () => ({
  default: (await import('#pages/top-up/TopUpPage.tsx')).TopUpPage,
}))
const PlateSwitchPage = lazy(async () => ({
  default: (await import('#pages/plate-switch/PlateSwitchPage.tsx')).PlateSwitchPage,
}))
const ProductsPage = lazy(async () => ({
  default: (await import('#pages/products/ProductsPage.tsx')).ProductsPage,
}))
const AboutPage = lazy(async () => ({
  default: (await import('#pages/about/AboutPage.tsx')).AboutPage,
}))
const AllSessionsPage = lazy(async () => ({
  default: (await import('#pages/all-sessions/AllSessionsPage.tsx')).AllSessionsPage,
}))

const SettingsPage = lazy(async () => ({
  default: (await import('#pages/settings/SettingsPage.tsx')).SettingsPage,
}))
const SecurityPage = lazy(async () => ({
  default: (await import('#pages/security/SecurityPage.tsx')).SecurityPage,
}))

const AccessTokensPage = lazy(async () => ({
  default: (await import('#pages/access-tokens/AccessTokensPage.tsx')).AccessTokensPage,
}))

export function SignedIn({ place }: { readonly place: Place }) {
  const products = useQuery(productsRead)
  const account = useQuery(accountRead)
  const accountId = account.data?.id
  const error = products.error ?? account.error
  if (products.data === undefined || accountId === undefined) {
    // Who is signed out is on the way to the sign-in page already.
    if (error !== null && !isSignedOut(error)) throw error
    return <LoadingFrame />
  }
  showLonger(account.data?.longerMessages === true)
  // Before any form is drawn that may have been filled in by somebody else.
  keepDraftsOf(accountId)
  const { data } = products
  return (
    <Frame product={selected(data.products, place)}>
      <ErrorBoundary key={place.page}>
        <Suspense fallback={<Loading />}>
          <Page place={place} products={data.products} />
        </Suspense>
      </ErrorBoundary>
    </Frame>
  )
}

/** The product of the address, or else the one used last. */
function selected(products: readonly Product[], place: Place): Product | undefined {
  const wanted =
    'productId' in place ? place.productId : 'product' in place ? place.product : undefined
  return products.find(({ id }) => id === wanted) ?? products[0]
}

type PageProps = { readonly place: Place; readonly products: readonly Product[] }

function Page({ place, products }: PageProps) {
  if (place.page === 'start') return <Start products={products} />
  if (place.page === 'settings') return <SettingsPage place={place} />
  if (place.page === 'products') return <ProductsPage place={place} />
  if (place.page === 'allSessions') return <AllSessionsPage />
  if (place.page === 'security') return <SecurityPage />
  if (place.page === 'accessTokens') return <AccessTokensPage />
  if (place.page === 'about') return <AboutPage product={selected(products, place)} />
  if (!('productId' in place)) return <NotFoundPage />
  const product = products.find(({ id }) => id === place.productId)
  if (product === undefined) return <NotFoundPage />
  return <PageOfProduct key={product.id} place={place} product={product} />
}

type ProductPageProps = {
  readonly place: Extract<Place, { productId: string }>
  readonly product: Product
}

/** What is its holder's own is nobody else's page. */
function PageOfProduct({ place, product }: ProductPageProps) {
  if (product.kind === 'plateSwitch') {
    return place.page === 'plateSwitch' ? (
      <PlateSwitchPage product={product} />
    ) : (
      <Redirect to={{ page: 'plateSwitch', productId: product.id }} />
    )
  }
  if (place.page === 'plateSwitch') return <NotFoundPage />
  if (place.page === 'sessions') return <SessionsPage place={place} product={product} />
  if (place.page === 'history') return <HistoryPage place={place} product={product} />
  if (product.delegation) return <NotFoundPage />
  if (place.page === 'favourites') return <FavouritesPage place={place} />
  if (place.page === 'topUp') return <TopUpPage place={place} product={product} />
  return <DelegationsPage place={place} product={product} />
}

/** After signing in: the parking sessions of the product chosen for that, or of the one used last (B2, C2). */
function Start({ products }: { readonly products: readonly Product[] }) {
  const { data: chosen, error } = useQuery(startProductRead)
  const isKnown = chosen !== undefined || error !== null
  const product = products.find(({ id }) => id === chosen?.productId) ?? products[0]
  const productId = product?.id
  useEffect(() => {
    if (!isKnown) return
    go(productId === undefined ? { page: 'products' } : { page: 'sessions', productId }, {
      replace: true,
    })
  }, [isKnown, productId])
  return <Loading />
}

/** Where one is led instead: nobody starts sessions where only a plate is chosen (A11). */
function Redirect({ to }: { readonly to: Place }) {
  const path = hrefOf(to)
  useEffect(() => goToPath(path), [path])
  return <Loading />
}
