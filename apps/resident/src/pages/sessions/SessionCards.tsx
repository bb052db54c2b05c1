import { lazy, Suspense } from 'react'
import { useServerMinute } from '@2park/web/clock'
import { Skeleton } from '@2park/web/components/Skeleton'
import { VisuallyHidden } from '@2park/web/components/VisuallyHidden'
import { m } from '#paraglide/messages.js'
import { isUsable, type Product, useWording } from '#products.ts'
import { isEarlier, type Session } from '#sessions.ts'
import { SessionCard, type SessionAction } from './SessionCard.tsx'
import styles from '#page.module.css'

// Not part of the first load: it follows when the rest is there.
const LastParked = lazy(async () => ({ default: (await import('./LastParked.tsx')).LastParked }))

type Props = {
  readonly product: Product
  /** Undefined while they are fetched. */
  readonly sessions: readonly Session[] | undefined
  readonly state: 'running' | 'planned'
  readonly onAction: (action: SessionAction, session: Session) => void
}

export function SessionCards({ product, sessions, state, onAction }: Props) {
  const wording = useWording(product)
  const now = useServerMinute()
  if (sessions === undefined) return <CardSkeletons />
  return (
    <>
      {sessions.length === 0 ? (
        <Nobody product={product} state={state} />
      ) : (
        <ul className={styles.cards}>
          {sessions.toSorted(byTurn).map((session) => (
            <li key={session.id}>
              <SessionCard session={session} wording={wording} now={now} onAction={onAction} />
            </li>
          ))}
        </ul>
      )}
      {/* Who parked last is a press away, below everything else: it comes late, and then nothing moves. */}
      {state === 'running' && hasPlace(product, sessions) && (
        <Suspense>
          <LastParked product={product} parked={sessions} />
        </Suspense>
      )}
    </>
  )
}

function Nobody({ product, state }: Pick<Props, 'product' | 'state'>) {
  return (
    <div className={styles.empty}>
      <h2>{state === 'running' ? m.no_running() : m.no_planned()}</h2>
      {isUsable(product) && (
        <p>{product.kind === 'visitor' ? m.empty_hint() : m.empty_hint_own()}</p>
      )}
    </div>
  )
}

/** Whether one more can be parked beside those that are. */
function hasPlace({ state, rules, rights }: Product, parked: readonly Session[]): boolean {
  const { maxConcurrent = Infinity } = rules
  const isPoolFull = rights !== undefined && rights.inUse >= rights.bought
  return state === 'active' && parked.length < maxConcurrent && !isPoolFull
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
