/** A page from before one is in: signing in, a link from a mail. One card, which has the title. */
import type { ReactNode } from 'react'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { usePlace } from '#routing/navigation.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import styles from './DoorPage.module.css'
import { Mark } from './Mark.tsx'
import { PageTitle } from './PageTitle.tsx'
import { Preferences } from './Preferences.tsx'

type Props = { readonly title: string; readonly children: ReactNode }

export function DoorPage({ title, children }: Props) {
  useLocale()
  const { page } = usePlace()
  return (
    <>
      <header className={styles.preferences}>
        <Preferences />
      </header>
      <main className={styles.main}>
        <p className={styles.brand}>
          <Mark />
          2Park
        </p>
        <div className={styles.card}>
          <PageTitle>{title}</PageTitle>
          {children}
        </div>
      </main>
      {page !== 'accessibility' && (
        <footer className={styles.footer}>
          <PlaceLink to={{ page: 'accessibility' }}>{m.accessibility()}</PlaceLink>
        </footer>
      )}
    </>
  )
}
