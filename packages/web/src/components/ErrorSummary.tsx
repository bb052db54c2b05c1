/**
 * What is wrong with a form that was sent, above it: it takes the focus and leads to each field, in
 * the words that stand there. Where one field is wrong, there is nothing to choose from: that has the
 * focus itself.
 */
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import styles from './ErrorSummary.module.css'
import { Icon } from './Icon.tsx'

type Props = {
  readonly title: string
  /** Counts how often the form was sent: each time, its fields say what is wrong with them. */
  readonly attempt: number
}

type Wrong = { readonly id: string; readonly text: string }

export function ErrorSummary({ title, attempt }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [wrong, setWrong] = useState<readonly Wrong[]>([])
  useEffect(() => {
    if (attempt > 0) setWrong(wrongIn(place.current?.closest('form')))
  }, [attempt])
  useEffect(() => {
    const [first, second] = wrong
    if (second) place.current?.focus()
    else if (first) document.getElementById(first.id)?.focus()
  }, [wrong])
  const isShown = wrong.length > 1
  return (
    <div
      ref={place}
      tabIndex={-1}
      className={isShown ? styles.summary : undefined}
      role={isShown ? 'alert' : undefined}
    >
      {isShown && (
        <>
          <Icon name="warning" />
          <b>{title}</b>
          <ul>
            {wrong.map(({ id, text }) => (
              <li key={id}>
                <a href={`#${id}`} onClick={(event) => goToField(event, id)}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function wrongIn(form: HTMLFormElement | null | undefined): readonly Wrong[] {
  const fields = [...(form?.querySelectorAll('[aria-invalid="true"]') ?? [])]
  return fields.map(({ id }) => ({
    id,
    text: document.getElementById(`${id}error`)?.textContent ?? '',
  }))
}

/** The address of a page of the app is its place, so it stays. */
function goToField(event: MouseEvent, id: string): void {
  event.preventDefault()
  document.getElementById(id)?.focus()
}
