/** What a card says of a session. It is shared with the page of all sessions, which adds the product. */
import { Plate } from '@2park/web/components/Plate'
import type { Locale } from '@2park/web/format'
import { formatNearInterval, type Wording } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import { costText } from '#cost-text.ts'
import type { Session } from '#sessions.ts'
import { stretchText } from '#stretch-text.ts'
import styles from './SessionCard.module.css'
import { timeTo } from './time-to.ts'

type Props = {
  readonly session: Session
  readonly wording: Wording
  readonly now: Temporal.Instant
  readonly plateId: string
}

export function SessionFacts({ session, wording, now, plateId }: Props) {
  return (
    <>
      <div className={styles.row}>
        <h2 id={plateId} className={styles.plate}>
          <Plate {...session.plate} />
        </h2>
        {session.favouriteName !== undefined && (
          <span className={styles.name}>{session.favouriteName}</span>
        )}
      </div>
      <div className={styles.row}>
        <span className={styles.left}>{turnText(session, now, wording.locale)}</span>
        {session.cost.unit !== 'none' && (
          <span className={styles.cost}>{costText(session.cost, wording.locale)}</span>
        )}
      </div>
      {session.state === 'running' && !session.openEnded && (
        <Progress session={session} now={now} />
      )}
      {session.location !== undefined && (
        <p className={styles.times}>
          <b>{session.location}</b>
        </p>
      )}
      {session.startedBy !== undefined && (
        <p className={styles.times}>{m.started_by({ who: session.startedBy })}</p>
      )}
      <p className={styles.times}>
        {session.openEnded
          ? stretchText(session, wording, 'short')
          : formatNearInterval(session, wording, now)}
      </p>
    </>
  )
}

function turnText(
  { state, start, end, openEnded }: Session,
  now: Temporal.Instant,
  locale: Locale,
): string {
  if (state === 'planned') return m.begins_in({ time: timeTo(start, now, locale) })
  return openEnded ? m.no_end() : m.time_left({ time: timeTo(end, now, locale) })
}

/** For the eye only: the time left is said in words beside it. */
function Progress({ session, now }: { readonly session: Session; readonly now: Temporal.Instant }) {
  const start = Temporal.Instant.from(session.start)
  const length = start.until(session.end).total('seconds')
  const passed = start.until(now).total('seconds')
  return <progress className={styles.progress} value={passed} max={length} aria-hidden="true" />
}
