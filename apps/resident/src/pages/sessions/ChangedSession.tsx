/** The session that a sheet is about to change, so that nobody stops the wrong one (E2, E4). */
import { Plate } from '@2park/web/components/Plate'
import type { Wording } from '@2park/web/moments'
import type { Session } from '#sessions.ts'
import { stretchText } from '#stretch-text.ts'
import styles from './ChangedSession.module.css'

type Props = { readonly session: Session; readonly wording: Wording }

export function ChangedSession({ session, wording }: Props) {
  return (
    <div className={styles.session}>
      <p className={styles.who}>
        <Plate {...session.plate} />
        {session.favouriteName}
      </p>
      {session.location !== undefined && <p>{session.location}</p>}
      <p>{stretchText(session, wording)}</p>
    </div>
  )
}

export type Fact = { readonly term: string; readonly value: string; readonly isResult?: boolean }

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ term, value, isResult }) => (
        <FactRow key={term} term={term} value={value} strong={isResult ? '' : undefined} />
      ))}
    </dl>
  )
}

type RowProps = Omit<Fact, 'isResult'> & { readonly strong: string | undefined }

function FactRow({ term, value, strong }: RowProps) {
  return (
    <>
      <dt data-strong={strong}>{term}</dt>
      <dd data-strong={strong}>{value}</dd>
    </>
  )
}
