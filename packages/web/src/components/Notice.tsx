/** Something to know, beside what one was doing. Its kind is said by its icon and words, not by colour alone. */
import { type ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Notice.module.css'

export type NoticeKind = 'info' | 'positive' | 'warning' | 'negative'

const icons: Readonly<Record<NoticeKind, IconName>> = {
  info: 'notice',
  positive: 'check',
  warning: 'warning',
  negative: 'warning',
}

type Props = {
  readonly kind?: NoticeKind
  readonly children: ReactNode
  /** `alert` interrupts who listens; `status` waits its turn. Without: it was there from the start. */
  readonly role?: 'alert' | 'status'
}

export function Notice({ kind = 'info', children, role }: Props) {
  return (
    <div className={styles.notice} data-kind={kind} role={role}>
      <Icon name={icons[kind]} />
      {children}
    </div>
  )
}
