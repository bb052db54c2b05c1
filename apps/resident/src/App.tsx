/** Which page the place asks for. A page's code is fetched when it is first visited. */
import { lazy, Suspense, useEffect, useRef } from 'react'
import { hush } from '@2park/web/announce'
import { Loading } from './frame/Loading.tsx'
import { LoadingFrame } from './frame/LoadingFrame.tsx'
import { ErrorBoundary } from './problems/ErrorBoundary.tsx'
import { PlaceProvider, useHistoryPlace } from './routing/navigation.ts'
import { needsSignIn, type Place } from './routing/place.ts'

const SignInPage = lazy(async () => ({
  default: (await import('./pages/sign-in/SignInPage.tsx')).SignInPage,
}))
const LinkPage = lazy(async () => ({
  default: (await import('./pages/link/LinkPage.tsx')).LinkPage,
}))
const PermitShopPage = lazy(async () => ({
  default: (await import('./pages/permit-shop/PermitShopPage.tsx')).PermitShopPage,
}))
const ForgotPasswordPage = lazy(async () => ({
  default: (await import('./pages/forgot-password/ForgotPasswordPage.tsx')).ForgotPasswordPage,
}))
const ResetPasswordPage = lazy(async () => ({
  default: (await import('./pages/reset-password/ResetPasswordPage.tsx')).ResetPasswordPage,
}))
const ConfirmEmailPage = lazy(async () => ({
  default: (await import('./pages/confirm-email/ConfirmEmailPage.tsx')).ConfirmEmailPage,
}))
const AccessibilityPage = lazy(async () => ({
  default: (await import('./pages/accessibility/AccessibilityPage.tsx')).AccessibilityPage,
}))
const SignedIn = lazy(async () => ({ default: (await import('./frame/SignedIn.tsx')).SignedIn }))

export function App() {
  const place = useHistoryPlace()
  useArrival(place)
  return (
    <PlaceProvider value={place}>
      <ErrorBoundary key={place.page} isWhole>
        <Suspense fallback={needsSignIn(place) ? <LoadingFrame /> : <Loading />}>
          <Page place={place} />
        </Suspense>
      </ErrorBoundary>
    </PlaceProvider>
  )
}

function Page({ place }: { readonly place: Place }) {
  if (place.page === 'link') return <LinkPage />
  if (place.page === 'permitShop') return <PermitShopPage />
  if (place.page === 'signIn') return <SignInPage from={place.from} why={place.why} />
  if (place.page === 'forgotPassword') return <ForgotPasswordPage />
  if (place.page === 'resetPassword') return <ResetPasswordPage />
  if (place.page === 'confirmEmail') return <ConfirmEmailPage />
  if (place.page === 'accessibility') return <AccessibilityPage />
  return <SignedIn place={place} />
}

/** On another page one starts at its top, and without what was said of the one before. */
function useArrival(place: Place): void {
  const page = 'productId' in place ? `${place.page} ${place.productId}` : place.page
  const isAtPart = 'section' in place && place.section !== undefined
  const last = useRef(page)
  useEffect(() => {
    if (last.current === page) return
    last.current = page
    // Who came for a part of a page is there.
    if (!isAtPart) scrollTo(0, 0)
    hush()
  }, [page, isAtPart])
}
