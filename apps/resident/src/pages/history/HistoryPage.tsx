/** [Historie] (K): what was parked on the selected product, the latest first. */
import { useQuery } from '@tanstack/react-query'
import { Tabs } from '@2park/web/components/Tabs'
import { PageTitle } from '#frame/PageTitle.tsx'
import { m } from '#paraglide/messages.js'
import page from '#page.module.css'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import type { Product } from '#products.ts'
import type { HistoryPlace } from '#routing/place.ts'
import { countText, historyRead } from './history.ts'
import { EndedSessions } from './EndedSessions.tsx'

type Props = { readonly place: HistoryPlace; readonly product: Product }

export function HistoryPage({ product }: Props) {
  useLocale()
  const { data, error, refetch } = useQuery(historyRead(product.id))
  return (
    <>
      <div className={page.head}>
        <PageTitle>{m.history()}</PageTitle>
      </div>
      <ProblemNotice error={error} onTryAgain={() => void refetch()} />
      <Tabs
        label={m.history()}
        tabs={[{ id: 'sessions', label: m.sessions(), count: countText(data?.parkingSessions) }]}
        selected="sessions"
        onSelect={() => {}}
      >
        <EndedSessions product={product} count={data?.parkingSessions} />
      </Tabs>
    </>
  )
}
