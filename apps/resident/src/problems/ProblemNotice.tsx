/** What went wrong, in words, where it went wrong. It is told at once, also to who does not see it. */
import { Button } from '@2park/web/components/Button'
import { Notice } from '@2park/web/components/Notice'
import { m } from '#paraglide/messages.js'
import { problemText } from './problem-text.ts'
import { useWords } from './words.ts'

type Props = {
  readonly error: Error | null | undefined
  /** For what is read again; what writes has its own button to press again. */
  readonly onTryAgain?: () => void
}

export function ProblemNotice({ error, onTryAgain }: Props) {
  useWords()
  if (!error) return null
  const { title, detail, instance, fields = [] } = problemText(error)
  return (
    <Notice kind="negative" role="alert">
      <b>{title}</b>
      <span>{detail}</span>
      {fields.map((field) => (
        <span key={field}>{field}</span>
      ))}
      {instance !== undefined && <span translate="no">{instance}</span>}
      {onTryAgain && (
        <div>
          <Button look="quiet" onClick={onTryAgain}>
            {m.try_again()}
          </Button>
        </div>
      )}
    </Notice>
  )
}
