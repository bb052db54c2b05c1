/** The tab of what was parked (K2): ten at a time, each with what its cost was made up of. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { m } from '#paraglide/messages.js'
import type { Product } from '#products.ts'
import { EndedCard } from './EndedCard.tsx'
import { type CountsRead, endedSessionsRead } from './history.ts'
import { HistoryList } from './HistoryList.tsx'

type Props = {
  readonly product: Product
  readonly counts: CountsRead
}

export function EndedSessions({ product, counts }: Props) {
  const pages = useInfiniteQuery(endedSessionsRead(product.id))
  const sessions = pages.data?.pages.flatMap(({ parkingSessions }) => parkingSessions)
  return (
    <HistoryList
      pages={pages}
      shown={sessions?.length}
      counts={counts}
      count={counts.data?.parkingSessions}
      emptyText={m.no_ended_sessions()}
      emptyHint={m.no_ended_sessions_hint()}
    >
      {sessions?.map((session) => (
        <li key={session.id}>
          <EndedCard session={session} product={product} />
        </li>
      ))}
    </HistoryList>
  )
}
