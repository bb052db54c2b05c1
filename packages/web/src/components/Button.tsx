import { type ButtonHTMLAttributes, type MouseEvent, type Ref } from 'react'
import styles from './Button.module.css'

export type ButtonLook = 'primary' | 'plain' | 'danger' | 'quiet'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly ref?: Ref<HTMLButtonElement>
  readonly look?: ButtonLook
  readonly wide?: boolean
  /** Its work is under way: it stays where it is and keeps the focus, and does nothing. */
  readonly busy?: boolean
}

export function Button({ look = 'plain', wide = false, busy = false, onClick, ...rest }: Props) {
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(wide)}
      data-look={look}
      aria-disabled={busy || undefined}
      onClick={click}
    />
  )
}

/** For a link that looks like a button: `<Link className={buttonClass()} data-look="primary">`. */
export function buttonClass(wide = false): string {
  return [styles.button, wide && styles.wide].filter(Boolean).join(' ')
}
