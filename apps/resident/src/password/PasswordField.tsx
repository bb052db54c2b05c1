/** A password as one types it, which one may look at. */
import { type Ref, useState } from 'react'
import { TextField } from '@2park/web/components/Field'
import { m } from '#paraglide/messages.js'
import styles from './PasswordField.module.css'

type Props = {
  readonly label: string
  readonly name: string
  readonly autoComplete: 'current-password' | 'new-password'
  readonly error: string | undefined
  readonly ref?: Ref<HTMLInputElement>
}

export function PasswordField({ label, error, ...input }: Props) {
  const [isShown, setShown] = useState(false)
  return (
    <div className={styles.password}>
      <TextField
        {...input}
        label={label}
        type={isShown ? 'text' : 'password'}
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
