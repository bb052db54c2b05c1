import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './SettingsPage.module.css'

type Props = {
  readonly title: string
  /** One came for this part: it is in view, and a screen reader begins here. */
  readonly isSought?: boolean
  readonly children: ReactNode
}

export function Section({ title, isSought = false, children }: Props) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isSought) heading.current?.focus()
  }, [isSought])
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  )
}
