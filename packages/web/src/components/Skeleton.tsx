/** Keeps the place of what is still being fetched, so that nothing jumps when it comes. */
import styles from './Skeleton.module.css'

type Props = {
  readonly blockSize: string
  readonly inlineSize?: string
}

export function Skeleton({ blockSize, inlineSize = '100%' }: Props) {
  return (
    <span
      className={styles.skeleton}
      style={{ blockSize, inlineSize }}
      data-skeleton=""
      aria-hidden="true"
    />
  )
}
