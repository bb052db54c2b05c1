/** Which page the place asks for. A page's code is fetched when it is first visited. */
import { lazy, Suspense, useEffect, useRef } from 'react'
import { hush } from '@2park/web/announce'
import { Loading } from './frame/Loading.tsx'
import { ErrorBoundary } from './problems/ErrorBoundary.tsx'
import { PlaceProvider, useHistoryPlace } from './routing/navigation.ts'
import type { Place } from './routing/place.ts'

const SignInPage = lazy(async () => ({
  default: (await import('./pages/sign-in/SignInPage.tsx')).SignInPage,
}))
const SignedIn = lazy(async () => ({ default: (await import('./frame/SignedIn.tsx')).SignedIn }))

export function App() {
  const place = useHistoryPlace()
  useArrival(place)
  return (
    <PlaceProvider value={place}>
      <ErrorBoundary key={place.page}>
        <Suspense fallback={<Loading />}>
          {place.page === 'signIn' ? <SignInPage from={place.from} /> : <SignedIn place={place} />}
        </Suspense>
      </ErrorBoundary>
    </PlaceProvider>
  )
}

/** On another page one starts at its top, and without what was said of the one before. */
function useArrival(place: Place): void {
  const page = 'productId' in place ? `${place.page} ${place.productId}` : place.page
  const last = useRef(page)
  useEffect(() => {
    if (last.current === page) return
    last.current = page
    scrollTo(0, 0)
    hush()
  }, [page])
}
