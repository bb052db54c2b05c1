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
  /** Names each field as well, where what is said of it would not tell it from the others. */
  readonly hasLabels?: boolean
}

type Wrong = { readonly id: string; readonly label: string; readonly text: string }

export function ErrorSummary({ title, attempt, hasLabels = false }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [wrong, setWrong] = useState<readonly Wrong[]>([])
  // One from before this was drawn was told then.
  const told = useRef(attempt)
  const isTold = useRef(true)
  useEffect(() => {
    if (attempt === told.current) return
    told.current = attempt
    isTold.current = false
    setWrong(wrongIn(place.current?.closest(asked)))
  }, [attempt])
  useEffect(() => {
    if (isTold.current) return
    isTold.current = true
    const [first, second] = wrong
    if (second) place.current?.focus()
    else if (first) document.getElementById(first.id)?.focus()
  }, [wrong])
  const isShown = wrong.length > 1
  useEffect(() => {
    const form = place.current?.closest(asked)
    if (!isShown || !form) return undefined
    const observer = new MutationObserver(() => setWrong(asItStandsNow))
    observer.observe(form, { subtree: true, childList: true, characterData: true })
    return () => observer.disconnect()
  }, [isShown])
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
            {wrong.map(({ id, label, text }) => (
              <li key={id}>
                <a href={`#${id}`} onClick={(event) => goToField(event, id)}>
                  {hasLabels ? `${label}: ${text}` : text}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** A sheet, too, whose fields are in no form, so that Enter sends nothing. */
const asked = 'form, dialog'

/** What is described by its error, as a Field does it. */
function wrongIn(form: Element | null | undefined): readonly Wrong[] {
  const fields = [...(form?.querySelectorAll('[aria-describedby$="error"]') ?? [])]
  return fields.map(({ id }) => wordsOf(id))
}

function wordsOf(id: string): Wrong {
  return {
    id,
    label: document.querySelector(`label[for="${id}"]`)?.textContent ?? '',
    text: document.getElementById(`${id}error`)?.textContent ?? '',
  }
}

/** The language may be another by now. What a field no longer says was wrong when the form was sent. */
function asItStandsNow(wrong: readonly Wrong[]): readonly Wrong[] {
  const now = wrong.map((told) => {
    const { text, ...words } = wordsOf(told.id)
    return text === '' ? told : { ...words, text }
  })
  const isSame = now.every(
    ({ label, text }, index) => label === wrong[index]?.label && text === wrong[index].text,
  )
  return isSame ? wrong : now
}

/** The address of a page of the app is its place, so it stays. */
function goToField(event: MouseEvent, id: string): void {
  event.preventDefault()
  document.getElementById(id)?.focus()
}
