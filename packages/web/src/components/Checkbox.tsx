/** A choice of yes or no, with what it means below it. */
import { type InputHTMLAttributes, useId } from 'react'
import styles from './Checkbox.module.css'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className' | 'children'> & {
  readonly label: string
  readonly hint?: string
}

export function Checkbox({ label, hint, ...input }: Props) {
  const hintId = useId()
  return (
    <div className={styles.checkbox}>
      <label>
        <input
          {...input}
          type="checkbox"
          {...(hint !== undefined && { 'aria-describedby': hintId })}
        />
        {label}
      </label>
      {hint !== undefined && <p id={hintId}>{hint}</p>}
    </div>
  )
}
