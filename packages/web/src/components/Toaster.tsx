/**
 * Says what an action brought about, on the screen and to a screen reader. What it says can always
 * be read on the page too, so it may go by itself.
 */
import { useSyncExternalStore } from 'react'
import { announcement, hush, onAnnouncement } from '../announce.ts'
import { Icon } from './Icon.tsx'
import styles from './Toaster.module.css'

export function Toaster() {
  const said = useSyncExternalStore(onAnnouncement, announcement)
  const undo = said?.undo
  return (
    <output className={styles.place}>
      {said !== undefined && (
        <span className={styles.toast} key={said.text}>
          <Icon name="check" />
          <span>{said.text}</span>
          {undo && (
            <button
              type="button"
              className={styles.undo}
              onClick={() => {
                hush()
                undo.run()
              }}
            >
              {undo.label}
            </button>
          )}
        </span>
      )}
    </output>
  )
}
