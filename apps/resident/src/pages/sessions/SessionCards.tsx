import { useServerMinute } from '@2park/web/clock'
import { Skeleton } from '@2park/web/components/Skeleton'
import { VisuallyHidden } from '@2park/web/components/VisuallyHidden'
import { m } from '#paraglide/messages.js'
import { type Product, useWording } from '#products.ts'
import { isEarlier, type Session } from '#sessions.ts'
import { SessionCard, type SessionAction } from './SessionCard.tsx'
import styles from '#page.module.css'

type Props = {
  readonly product: Product
  /** Undefined while they are fetched. */
  readonly sessions: readonly Session[] | undefined
  readonly emptyText: string
  readonly onAction: (action: SessionAction, session: Session) => void
}

export function SessionCards({ product, sessions, emptyText, onAction }: Props) {
  const wording = useWording(product)
  const now = useServerMinute()
  if (sessions === undefined) return <CardSkeletons />
  if (sessions.length === 0) {
    return (
      <div className={styles.empty}>
        <h2>{emptyText}</h2>
        <p>{product.kind === 'visitor' ? m.empty_hint() : m.empty_hint_own()}</p>
      </div>
    )
  }
  return (
    <ul className={styles.cards}>
      {sessions.toSorted(byTurn).map((session) => (
        <li key={session.id}>
          <SessionCard session={session} wording={wording} now={now} onAction={onAction} />
        </li>
      ))}
    </ul>
  )
}

export function CardSkeletons() {
  return (
    <div className={styles.cards}>
      <VisuallyHidden as="p">{m.loading()}</VisuallyHidden>
      <Skeleton blockSize="13rem" />
      <Skeleton blockSize="13rem" />
    </div>
  )
}

/** What ends or begins first stands first. */
export function byTurn(a: Session, b: Session): number {
  const turnOf = (session: Session) => (session.state === 'planned' ? session.start : session.end)
  return isEarlier(turnOf(a), turnOf(b)) ? -1 : 1
}
