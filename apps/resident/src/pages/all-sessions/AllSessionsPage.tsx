/** Every running and planned session of all products; a card leads to the product it is of. */
import { useId } from 'react'
import { useServerMinute } from '@2park/web/clock'
import { Icon } from '@2park/web/components/Icon'
import { PageTitle } from '#frame/PageTitle.tsx'
import { m } from '#paraglide/messages.js'
import page from '#page.module.css'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { locationText, type Product, useProducts, useWording } from '#products.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import { type Session, useAllSessions } from '#sessions.ts'
import { byTurn, CardSkeletons } from '#pages/sessions/SessionCards.tsx'
import { SessionFacts } from '#pages/sessions/SessionFacts.tsx'
import styles from './AllSessionsPage.module.css'

export function AllSessionsPage() {
  useLocale()
  const { data, error, refetch } = useAllSessions()
  return (
    <>
      <PageTitle>{m.all_sessions()}</PageTitle>
      <p className={page.lead}>{m.all_sessions_lead()}</p>
      <ProblemNotice error={error} onTryAgain={() => void refetch()} />
      {(data || !error) && <AllSessionCards sessions={data?.parkingSessions} />}
    </>
  )
}

/** Undefined while they are fetched. */
type Props = { readonly sessions: readonly Session[] | undefined }

function AllSessionCards({ sessions }: Props) {
  const products = useProducts()
  if (sessions === undefined) return <CardSkeletons />
  const current = sessions.filter(({ state }) => state !== 'ended')
  if (current.length === 0) {
    return (
      <div className={page.empty}>
        <h2>{m.no_sessions()}</h2>
      </div>
    )
  }
  return (
    <ul className={page.cards}>
      {current.toSorted(byTurn).map((session) => {
        const product = products.find(({ id }) => id === session.productId)
        return product && <Card key={session.id} session={session} product={product} />
      })}
    </ul>
  )
}

type CardProps = { readonly session: Session; readonly product: Product }

function Card({ session, product }: CardProps) {
  const plateId = useId()
  const now = useServerMinute()
  const wording = useWording(product)
  return (
    <li>
      <PlaceLink
        to={{
          page: 'sessions',
          productId: product.id,
          tab: session.state === 'planned' ? 'planned' : undefined,
        }}
        className={styles.card}
      >
        <SessionFacts session={session} wording={wording} now={now} plateId={plateId} />
        <span className={styles.product}>
          {product.name}, {locationText(product)}
          <Icon name="forward" />
        </span>
      </PlaceLink>
    </li>
  )
}
