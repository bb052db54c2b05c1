/** Who was parked last and is not now: their card has it done again with one press. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { isSamePlate } from '@2park/domain/plate'
import { m } from '#paraglide/messages.js'
import { EndedFacts } from '#pages/history/EndedCard.tsx'
import card from '#pages/history/HistoryPage.module.css'
import { endedSessionsRead } from '#pages/history/history.ts'
import page from '#page.module.css'
import type { Product } from '#products.ts'
import type { Session } from '#sessions.ts'
import styles from './LastParked.module.css'

type Props = { readonly product: Product; readonly parked: readonly Session[] }

export function LastParked({ product, parked }: Props) {
  const [titleId, plateId] = [useId(), useId()]
  const { data } = useInfiniteQuery(endedSessionsRead(product.id))
  const [last] = data?.pages[0]?.parkingSessions ?? []
  // Without its plate there is nothing to repeat, and the history has the rest.
  if (last?.plate === undefined) return null
  const { plate } = last
  if (parked.some((session) => isSamePlate(session.plate, plate))) return null
  return (
    <section className={styles.last} aria-labelledby={titleId}>
      <h2 id={titleId}>{m.last_parked()}</h2>
      <div className={page.cards}>
        <div className={card.card}>
          <EndedFacts session={last} product={product} titleId={plateId} />
        </div>
      </div>
    </section>
  )
}
