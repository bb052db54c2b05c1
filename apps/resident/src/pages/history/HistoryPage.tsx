/** [Historie] (K): what was parked on the selected product and what changed its balance, the latest first. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { buttonClass } from '@2park/web/components/Button'
import { Icon } from '@2park/web/components/Icon'
import { Tabs } from '@2park/web/components/Tabs'
import { PageTitle } from '#frame/PageTitle.tsx'
import { m } from '#paraglide/messages.js'
import page from '#page.module.css'
import { useLocale } from '#preferences.ts'
import type { Product } from '#products.ts'
import { closeSheet, go } from '#routing/navigation.ts'
import type { HistoryPlace } from '#routing/place.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import { EndedSessions } from './EndedSessions.tsx'
import { countText, historyRead, type ListName } from './history.ts'
import styles from './HistoryPage.module.css'
import { Transactions } from './Transactions.tsx'

const MailSheet = lazy(async () => ({ default: (await import('./MailSheet.tsx')).MailSheet }))

type Props = { readonly place: HistoryPlace; readonly product: Product }

export function HistoryPage({ place, product }: Props) {
  useLocale()
  const counts = useQuery(historyRead(product.id))
  const list = listOf(place, product)
  return (
    <>
      <div className={page.head}>
        <PageTitle>{m.history()}</PageTitle>
        <Whole place={place} list={list} />
      </div>
      <Tabs
        label={m.history()}
        tabs={[
          {
            id: 'parkingSessions',
            label: m.sessions(),
            count: countText(counts.data?.parkingSessions),
          },
          // What a balance did is told to whose it is (K3).
          ...(product.delegation
            ? []
            : [
                {
                  id: 'transactions',
                  label: m.transactions(),
                  count: countText(counts.data?.transactions),
                } as const,
              ]),
        ]}
        selected={list}
        onSelect={(id) =>
          go({ ...place, tab: id === 'transactions' ? id : undefined }, { replace: true })
        }
      >
        {list === 'transactions' ? (
          <Transactions product={product} counts={counts} />
        ) : (
          <EndedSessions product={product} counts={counts} />
        )}
      </Tabs>
      {place.sheet === 'mail' && (
        <Suspense>
          <MailSheet productId={product.id} list={list} onClose={closeSheet} />
        </Suspense>
      )}
    </>
  )
}

function listOf({ tab }: HistoryPlace, { delegation }: Product): ListName {
  return tab === 'transactions' && !delegation ? 'transactions' : 'parkingSessions'
}

/** The whole list of the tab in view, by mail or as a file (K6). */
function Whole({ place, list }: { readonly place: HistoryPlace; readonly list: ListName }) {
  const language = useLocale()
  const asked = new URLSearchParams({ list, language })
  return (
    <div className={styles.whole}>
      <PlaceLink to={{ ...place, sheet: 'mail' }} sheet className={buttonClass()} data-look="plain">
        <Icon name="mail" />
        {m.mail_history()}
      </PlaceLink>
      <a
        href={`/api/v1/products/${place.productId}/history/_download?${asked.toString()}`}
        download
        className={buttonClass()}
        data-look="quiet"
      >
        {m.download_history()}
      </a>
    </div>
  )
}
