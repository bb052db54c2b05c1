/** What was parked: whose plate, when and for how much, what that was made up of, and once more. */
import { useId } from 'react'
import { Button } from '@2park/web/components/Button'
import { Plate } from '@2park/web/components/Plate'
import { formatDate, formatInterval } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import { costText } from '#cost-text.ts'
import { type Product, useWording } from '#products.ts'
import type { EndedSession } from './history.ts'
import styles from './HistoryPage.module.css'
import { MadeUpOf } from './MadeUpOf.tsx'
import { repeat } from './repeat.ts'

type Props = { readonly session: EndedSession; readonly product: Product }

export function EndedCard({ session, product }: Props) {
  const titleId = useId()
  return (
    <article className={styles.card} aria-labelledby={titleId}>
      <EndedFacts session={session} product={product} titleId={titleId} />
    </article>
  )
}

type FactsProps = Props & { readonly titleId: string }

/** Also for where it is the only one, and no card among others. */
export function EndedFacts({ session, product, titleId }: FactsProps) {
  const wording = useWording(product)
  const { plate } = session
  return (
    <>
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
    </>
  )
}
