/** A page whose code or products are still on their way. */
import { Skeleton } from '@2park/web/components/Skeleton'
import { VisuallyHidden } from '@2park/web/components/VisuallyHidden'
import { m } from '#paraglide/messages.js'
import styles from './Loading.module.css'

export function Loading() {
  return (
    <div className={styles.loading}>
      <VisuallyHidden as="p">{m.loading()}</VisuallyHidden>
      <Skeleton blockSize="2.25rem" inlineSize="14rem" />
      <Skeleton blockSize="11rem" />
    </div>
  )
}
