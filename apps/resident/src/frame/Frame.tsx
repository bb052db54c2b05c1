/** What stands around every page of someone who is signed in (B1): preferences, product, balance, menu. */
import { lazy, type ReactNode, Suspense } from 'react'
import { Toaster } from '@2park/web/components/Toaster'
import { useKeptLanguage } from '#account.ts'
import { m } from '#paraglide/messages.js'
import { useBrand, useLocale } from '#preferences.ts'
import { ErrorBoundary } from '#problems/ErrorBoundary.tsx'
import type { Product } from '#products.ts'
import { closeSheet, openSheet, usePlace } from '#routing/navigation.ts'
import styles from './Frame.module.css'
import { IdleWatch } from './IdleWatch.tsx'
import { LiveWatch } from './LiveWatch.tsx'
import { Preferences } from './Preferences.tsx'
import { ProductBar } from './ProductBar.tsx'

const Installed = lazy(async () => ({
  default: (await import('#installed/Installed.tsx')).Installed,
}))
const loadMenu = () => import('./MenuSheet.tsx')
const MenuSheet = lazy(async () => ({ default: (await loadMenu()).MenuSheet }))

/** Who has no product wears the theme, and not what another account wore here. */
const nobodys = {}

type Props = { readonly product: Product | undefined; readonly children: ReactNode }

export function Frame({ product, children }: Props) {
  useLocale()
  const place = usePlace()
  useBrand(product?.organisation ?? nobodys)

  return (
    <>
      <a className={styles.skip} href="#main">
        {m.skip_to_content()}
      </a>
      <header className={styles.top}>
        <Preferences onLanguage={useKeptLanguage()} />
        <ProductBar
          product={product}
          onMenuNear={() => void loadMenu()}
          onMenu={() => {
            if ('sheet' in place) openSheet({ ...place, sheet: 'menu' })
          }}
        />
      </header>
      {/* One step back from the title, where the focus is when what it was about is gone. */}
      <Toaster closeLabel={m.close_message()} />
      <main id="main" tabIndex={-1} className={styles.main}>
        <ErrorBoundary isSpare>
          <Suspense>
            <Installed />
          </Suspense>
        </ErrorBoundary>
        {children}
      </main>
      {'sheet' in place && place.sheet === 'menu' && (
        <ErrorBoundary>
          <Suspense>
            <MenuSheet product={product} onClose={closeSheet} />
          </Suspense>
        </ErrorBoundary>
      )}
      <IdleWatch />
      <LiveWatch />
    </>
  )
}
