/** [Onthoud mij] (A7), with what that means on a device that others use. */
import { useId } from 'react'
import { m } from '#paraglide/messages.js'
import styles from './RememberMe.module.css'

type Props = {
  readonly isRemembered: boolean
  readonly onChange: (isRemembered: boolean) => void
}

export function RememberMe({ isRemembered, onChange }: Props) {
  const hintId = useId()
  return (
    <div className={styles.remember}>
      <label>
        <input
          type="checkbox"
          name="isRemembered"
          checked={isRemembered}
          aria-describedby={hintId}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {m.remember_me()}
      </label>
      <p id={hintId}>{m.remember_me_hint()}</p>
    </div>
  )
}
