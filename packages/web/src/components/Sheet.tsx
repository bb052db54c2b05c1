/**
 * A modal sheet on the platform's own dialog: it traps the focus, makes the rest inert, closes on
 * Escape, and gives the focus back to where it was. It is open while it is drawn.
 */
import { type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { coverPage } from '../announce.ts'
import { Icon } from './Icon.tsx'
import styles from './Sheet.module.css'

type Props = {
  readonly title: string
  readonly children: ReactNode
  /** Stays in sight below the part that scrolls. */
  readonly footer?: ReactNode
  readonly closeLabel: string
  readonly onClose: () => void
  readonly back?: { readonly label: string; readonly onBack: () => void }
  readonly place?: 'centre' | 'start'
  /** What gets the focus at first, instead of the title. */
  readonly initialFocus?: RefObject<HTMLElement | null>
}

export function Sheet({ title, children, footer, onClose, place = 'centre', ...props }: Props) {
  const titleId = useId()
  const dialog = useModal(props.initialFocus)
  const heading = useFocusOnChange(title)
  return (
    <div className={styles.window}>
      <dialog
        ref={dialog}
        className={styles.sheet}
        data-place={place}
        aria-labelledby={titleId}
        onCancel={(event) => {
          // Not `close`: a dialog also fires that when our own code shuts it.
          if (event.target !== event.currentTarget) return
          // Left open until it is no longer drawn, so that nothing behind it can be pressed in between.
          event.preventDefault()
          onClose()
        }}
      >
        <div className={styles.head}>
          {props.back && (
            <button
              type="button"
              className={styles.round}
              data-back=""
              aria-label={props.back.label}
              onClick={props.back.onBack}
            >
              <Icon name="back" />
            </button>
          )}
          <h2 id={titleId} ref={heading} tabIndex={-1} data-sheet-title="">
            {title}
          </h2>
          <button
            type="button"
            className={styles.round}
            aria-label={props.closeLabel}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </div>
        <div className={styles.body}>{children}</div>
        {footer !== undefined && <div className={styles.foot}>{footer}</div>}
      </dialog>
    </div>
  )
}

/** Opens the dialog when it is drawn; shuts it before it goes, or the focus would be lost. */
function useModal(initialFocus?: RefObject<HTMLElement | null>) {
  const dialog = useRef<HTMLDialogElement>(null)
  const firstFocus = useRef(initialFocus)
  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return undefined
    element.showModal()
    const uncoverPage = coverPage()
    const title = element.querySelector<HTMLElement>('[data-sheet-title]')
    // React's autoFocus sets no attribute, so the browser would take the first button.
    const wanted = firstFocus.current?.current ?? title
    wanted?.focus({ preventScroll: true })
    return () => {
      element.close()
      // What opened the sheet may be gone with what was done in it: then the page's title is next.
      const focused = document.activeElement
      if (focused === document.body || element.contains(focused)) {
        document.querySelector<HTMLElement>('main h1')?.focus()
      }
      uncoverPage()
    }
  }, [])
  return dialog
}

/** When the sheet turns to its next step, the new title is where one reads on. */
function useFocusOnChange(title: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(title)
  useEffect(() => {
    if (shown.current !== title) heading.current?.focus()
    shown.current = title
  }, [title])
  return heading
}
