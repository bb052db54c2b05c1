/** A password as one types it, which one may look at. */
import { useState } from 'react'
import { TextField } from '@2park/web/components/Field'
import { m } from '#paraglide/messages.js'
import styles from './PasswordField.module.css'

type Props = {
  readonly label: string
  readonly name: string
  readonly autoComplete: 'current-password' | 'new-password'
  readonly error: string | undefined
}

export function PasswordField({ label, name, autoComplete, error }: Props) {
  const [isShown, setShown] = useState(false)
  return (
    <div className={styles.password}>
      <TextField
        label={label}
        name={name}
        type={isShown ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        error={error}
      />
      <button
        type="button"
        className={styles.show}
        aria-label={isShown ? m.password_hide_label() : m.password_show_label()}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? m.password_hide() : m.password_show()}
      </button>
    </div>
  )
}
