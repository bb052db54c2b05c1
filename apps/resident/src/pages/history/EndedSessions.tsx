/** The tab of what was parked (K2): ten at a time, each with what its cost was made up of. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Button } from '@2park/web/components/Button'
import { Plate } from '@2park/web/components/Plate'
import { formatDate, formatInterval } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import { costText } from '#cost-text.ts'
import { type Product, useWording } from '#products.ts'
import { type Count, endedSessionsRead, type EndedSession } from './history.ts'
import { HistoryList } from './HistoryList.tsx'
import styles from './HistoryPage.module.css'
import { MadeUpOf } from './MadeUpOf.tsx'
import { repeat } from './repeat.ts'

type Props = {
  readonly product: Product
  /** Undefined while it is counted. */
  readonly count: Count | undefined
}

export function EndedSessions({ product, count }: Props) {
  const pages = useInfiniteQuery(endedSessionsRead(product.id))
  const sessions = pages.data?.pages.flatMap(({ parkingSessions }) => parkingSessions)
  return (
    <HistoryList
      pages={pages}
      shown={sessions?.length}
      count={count}
      emptyText={m.no_ended_sessions()}
      emptyHint={m.no_ended_sessions_hint()}
    >
      {sessions?.map((session) => (
        <li key={session.id}>
          <Card session={session} product={product} />
        </li>
      ))}
    </HistoryList>
  )
}

type CardProps = { readonly session: EndedSession; readonly product: Product }

function Card({ session, product }: CardProps) {
  const titleId = useId()
  const wording = useWording(product)
  const { plate } = session
  return (
    <article className={styles.card} aria-labelledby={titleId}>
      <div className={styles.row}>
        <h2 id={titleId} className={styles.what}>
          {session.plate ? <Plate {...session.plate} /> : m.plate_gone()}
        </h2>
        {session.cost.unit !== 'none' && (
          <b className={styles.amount}>{costText(session.cost, wording.locale)}</b>
        )}
      </div>
      {session.favouriteName !== undefined && <b>{session.favouriteName}</b>}
      {session.location !== undefined && <p>{session.location}</p>}
      <p>{formatInterval(session, wording, 'short')}</p>
      {session.startedBy !== undefined && (
        <p className={styles.aside}>{m.parked_by({ email: session.startedBy })}</p>
      )}
      {session.plateKeptUntil !== undefined && (
        <p className={styles.aside}>
          {m.plate_goes_on({ date: formatDate(session.plateKeptUntil, wording) })}
        </p>
      )}
      {plate && (
        <div>
          <Button aria-describedby={titleId} onClick={() => repeat(product, plate)}>
            {m.park_again()}
          </Button>
        </div>
      )}
      <MadeUpOf session={session} productId={product.id} wording={wording} describedBy={titleId} />
    </article>
  )
}
