/** Why there was no passkey: the person or the device gave none, or the API said no. */
import { Notice } from '@2park/web/components/Notice'
import { m } from '#paraglide/messages.js'
import { NoPasskeyGiven } from '#passkeys.ts'
import { ProblemNotice } from './ProblemNotice.tsx'

type Props = {
  readonly error: Error | null
  /** What to do where none was given. */
  readonly detail: string
}

export function PasskeyProblem({ error, detail }: Props) {
  if (!(error instanceof NoPasskeyGiven)) return <ProblemNotice error={error} />
  return (
    <Notice kind="warning" role="alert">
      <b>{m.passkey_not_given()}</b>
      <span>{detail}</span>
    </Notice>
  )
}
