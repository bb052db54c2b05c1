/** What went wrong, in words, where it went wrong. It is told at once, also to who does not see it. */
import { Notice } from '@2park/web/components/Notice'
import { problemText } from './problem-text.ts'

export function ProblemNotice({ error }: { readonly error: Error | null | undefined }) {
  if (!error) return null
  const { title, detail, instance } = problemText(error)
  return (
    <Notice kind="negative" role="alert">
      <b>{title}</b>
      <span>{detail}</span>
      {instance !== undefined && <span translate="no">{instance}</span>}
    </Notice>
  )
}
