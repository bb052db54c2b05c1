/** The foot of a sheet: what it costs, what is left after, and the one button. */
import { type ReactNode } from 'react'
import { Button, type ButtonLook } from '@2park/web/components/Button'
import styles from './ConfirmBar.module.css'

type Props = {
  readonly sum?: ReactNode
  readonly note?: ReactNode
  /** The sum belongs to an earlier choice, and the new one is on its way. */
  readonly isFetching?: boolean
  readonly label: string
  /** `danger` for what whoever does it cannot bring back themselves. */
  readonly look?: ButtonLook
  readonly busy: boolean
  readonly onConfirm?: () => void
  /** The form that it sends, where there is one. */
  readonly formId?: string
  readonly children?: ReactNode
}

export function ConfirmBar({ look = 'primary', isFetching = false, ...props }: Props) {
  return (
    <div className={styles.bar}>
      {(props.sum !== undefined || props.note !== undefined) && (
        <output className={styles.sum} data-fetching={isFetching}>
          <b>{props.sum}</b>
          <span className={styles.balance}>{props.note}</span>
        </output>
      )}
      <Button
        look={look}
        wide
        busy={props.busy}
        type={props.formId === undefined ? 'button' : 'submit'}
        form={props.formId}
        onClick={props.onConfirm}
      >
        {props.label}
      </Button>
      {props.children}
    </div>
  )
}
