import { type ReactNode, useId } from 'react'
import styles from './SettingsPage.module.css'

type Props = { readonly title: string; readonly children: ReactNode }

export function Section({ title, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
