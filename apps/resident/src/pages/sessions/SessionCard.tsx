/** One parking session: whose plate, how long still, what it costs, and what can be done about it. */
import { useId } from 'react'
import { Button } from '@2park/web/components/Button'
import { m } from '#paraglide/messages.js'
import type { Wording } from '@2park/web/moments'
import type { Session } from '#sessions.ts'
import styles from './SessionCard.module.css'
import { SessionFacts } from './SessionFacts.tsx'

export type SessionAction = 'stop' | 'extend' | 'delete'

type Props = {
  readonly session: Session
  readonly wording: Wording
  readonly now: Temporal.Instant
  readonly onAction: (action: SessionAction, session: Session) => void
}

export function SessionCard({ session, wording, now, onAction }: Props) {
  const plateId = useId()
  const act = (action: SessionAction) => ({
    // Every card has the same buttons; the plate says which card it is.
    'aria-describedby': plateId,
    onClick: () => onAction(action, session),
  })
  return (
    <article className={styles.card} aria-labelledby={plateId}>
      <SessionFacts session={session} wording={wording} now={now} plateId={plateId} />
      <div className={styles.actions}>
        {session.state === 'running' && (
          <Button look="danger" {...act('stop')}>
            {m.stop()}
          </Button>
        )}
        {session.state === 'planned' && (
          <Button look="danger" {...act('delete')}>
            {m.delete_session()}
          </Button>
        )}
        {session.extendable && <Button {...act('extend')}>{m.extend()}</Button>}
      </div>
    </article>
  )
}
