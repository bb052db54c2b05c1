/**
 * Says what an action brought about, on the screen and to a screen reader. What it says can always
 * be read on the page too, so it may go by itself.
 */
import { useSyncExternalStore } from 'react'
import { announcement, onAnnouncement } from '../announce.ts'
import { Icon } from './Icon.tsx'
import styles from './Toaster.module.css'

export function Toaster() {
  const text = useSyncExternalStore(onAnnouncement, announcement)
  return (
    <output className={styles.place}>
      {text !== undefined && (
        <span className={styles.toast} key={text}>
          <Icon name="check" />
          {text}
        </span>
      )}
    </output>
  )
}
