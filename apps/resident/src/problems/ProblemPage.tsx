/** The place of a page that could not be drawn: what happened, what to quote, and another try. */
import { Button } from '@2park/web/components/Button'
import { m } from '#paraglide/messages.js'
import { isCodeMissing, problemText } from './problem-text.ts'
import { useWords } from './words.ts'
import styles from './ProblemPage.module.css'

type Props = { readonly error: unknown; readonly onTryAgain: () => void }

export function ProblemPage({ error, onTryAgain }: Props) {
  useWords()
  const { title, detail, instance } = problemText(error)
  return (
    <div className={styles.page} role="alert">
      <h1>{title}</h1>
      <p>{detail}</p>
      {instance !== undefined && (
        <p className={styles.number} translate="no">
          {instance}
        </p>
      )}
      {/* Code that once failed to load is not asked for again by the same page. */}
      <Button look="primary" onClick={isCodeMissing(error) ? () => location.reload() : onTryAgain}>
        {m.try_again()}
      </Button>
    </div>
  )
}
