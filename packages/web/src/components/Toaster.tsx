/**
 * Says what an action brought about, on the screen and to a screen reader. What it says can always
 * be read on the page too, so it may go by itself; sooner when one closes it.
 */
import { useSyncExternalStore } from 'react'
import { type Announcement, announcement, hold, hush, letGo, onAnnouncement } from '../announce.ts'
import { Icon } from './Icon.tsx'
import { RunningText } from './RunningText.tsx'
import styles from './Toaster.module.css'

type Props = { readonly closeLabel: string }

export function Toaster({ closeLabel }: Props) {
  const said = useSyncExternalStore(onAnnouncement, announcement)
  return (
    // There from the start, so that what comes into it is read out.
    <output className={styles.place}>
      {said !== undefined && <Toast key={said.number} said={said} closeLabel={closeLabel} />}
    </output>
  )
}

type ToastProps = Props & { readonly said: Announcement }

function Toast({ said: { text, kind, undo }, closeLabel }: ToastProps) {
  return (
    <span className={styles.toast} data-kind={kind} onFocus={hold} onBlur={letGo}>
      <Icon name={kind === 'done' ? 'check' : 'warning'} />
      <span>
        <RunningText text={text()} />
      </span>
      {undo && (
        <button
          type="button"
          className={styles.undo}
          onClick={() => {
            hush()
            undo.run()
          }}
        >
          {undo.label()}
        </button>
      )}
      <button type="button" className={styles.close} aria-label={closeLabel} onClick={hush}>
        <Icon name="close" />
      </button>
    </span>
  )
}
