/** The running and planned parking sessions of one product (E1), and the sheets that change them. */
import { lazy, Suspense } from 'react'
import { Tabs } from '@2park/web/components/Tabs'
import { PageTitle } from '#frame/PageTitle.tsx'
import { isHintDue } from '#installed/hints.ts'
import { m } from '#paraglide/messages.js'
import page from '#page.module.css'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { isUsable, type Product } from '#products.ts'
import { go, openSheet } from '#routing/navigation.ts'
import type { SessionsPlace } from '#routing/place.ts'
import { type Session, useSessions } from '#sessions.ts'
import { NewSessionLink } from './NewSessionLink.tsx'
import { SessionCards } from './SessionCards.tsx'
import { SessionSheets } from './SessionSheets.tsx'

// Not part of the first load: most people park on their own product, with enough balance.
const LowBalance = lazy(async () => ({ default: (await import('./LowBalance.tsx')).LowBalance }))
const DelegatedNotice = lazy(async () => ({
  default: (await import('./DelegatedNotice.tsx')).DelegatedNotice,
}))

const ReminderHint = lazy(async () => {
  // What stands above it is there first.
  const [hint] = await Promise.all([import('./ReminderHint.tsx'), import('./LastParked.tsx')])
  return { default: hint.ReminderHint }
})

const StateNotice = lazy(async () => ({
  default: (await import('./StateNotice.tsx')).StateNotice,
}))

type Props = { readonly place: SessionsPlace; readonly product: Product }

export function SessionsPage({ place, product }: Props) {
  useLocale()
  const { data, error, refetch } = useSessions(product.id)
  return (
    <>
      <div className={page.head}>
        <PageTitle>{m.sessions()}</PageTitle>
        {isUsable(product) && (
          <div className={page.dock}>
            <NewSessionLink place={place} />
          </div>
        )}
      </div>
      <Suspense>
        {product.delegation && <DelegatedNotice place={place} product={product} />}
        {product.state !== 'active' && <StateNotice product={product} />}
        <LowBalance product={product} />
      </Suspense>
      <ProblemNotice error={error} onTryAgain={() => void refetch()} />
      {(data || !error) && (
        <SessionTabs place={place} product={product} sessions={data?.parkingSessions} />
      )}
      {data && isHintDue() && (
        <Suspense>
          <ReminderHint
            key={place.tab}
            product={product}
            cards={ofTab(data.parkingSessions, place.tab).length}
          />
        </Suspense>
      )}
      <SessionSheets place={place} product={product} sessions={data?.parkingSessions} />
    </>
  )
}

/** Undefined while they are fetched. */
type ListProps = Props & { readonly sessions: readonly Session[] | undefined }

function SessionTabs({ place, product, sessions }: ListProps) {
  const { tab = 'running' } = place
  const inState = (state: 'running' | 'planned') => sessions && ofTab(sessions, state)
  return (
    <Tabs
      label={m.sessions()}
      tabs={[
        { id: 'running', label: m.running(), count: inState('running')?.length },
        { id: 'planned', label: m.planned(), count: inState('planned')?.length },
      ]}
      selected={tab}
      onSelect={(id) => go({ ...place, tab: id === 'planned' ? id : undefined }, { replace: true })}
    >
      <SessionCards
        product={product}
        sessions={inState(tab)}
        state={tab}
        onAction={(sheet, session) => openSheet({ ...place, sheet, session: session.id })}
      />
    </Tabs>
  )
}

function ofTab(sessions: readonly Session[], tab: 'running' | 'planned' = 'running') {
  return sessions.filter(({ state }) => state === tab)
}
