/** Text for those who listen to the page instead of seeing it. */
import { type ReactNode } from 'react'
import styles from './VisuallyHidden.module.css'

type Props = { readonly children: ReactNode; readonly as?: 'span' | 'legend' | 'h2' | 'p' }

export function VisuallyHidden({ children, as: Element = 'span' }: Props) {
  return <Element className={styles.hidden}>{children}</Element>
}
