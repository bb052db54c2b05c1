/** Where the mail of a forgotten password leads (A8): a new password, twice, and then signing in. */
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, ProblemAnswer } from '@2park/web/api'
import { Button, buttonClass } from '@2park/web/components/Button'
import { ErrorSummary } from '@2park/web/components/ErrorSummary'
import { DoorPage } from '#frame/DoorPage.tsx'
import { focusField, textsOf } from '#form-fields.ts'
import { takeMailToken } from '#mail-token.ts'
import { m } from '#paraglide/messages.js'
import {
  NewPasswordFields,
  refusedPassword,
  type WrongPassword,
  wrongPassword,
} from '#password/NewPasswordFields.tsx'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { proveWork } from '#proof/proof.ts'
import { go } from '#routing/navigation.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'

export function ResetPasswordPage() {
  useLocale()
  const [token] = useState(takeMailToken)
  const changing = useMutation({
    mutationFn: async (password: string) =>
      call('POST /password-resets/_complete', {
        body: { token: token ?? '', password, proof: await proveWork() },
      }),
    onSuccess: () => go({ page: 'signIn', why: 'passwordChanged' }, { replace: true }),
  })
  if (token === undefined || isLinkInvalid(changing.error)) return <InvalidLink />
  return (
    <DoorPage title={m.reset_title()}>
      <PasswordForm
        busy={changing.isPending}
        error={changing.error}
        onChoose={(password, onError) => changing.mutate(password, { onError })}
      />
    </DoorPage>
  )
}

function isLinkInvalid(error: Error | null): boolean {
  return error instanceof ProblemAnswer && error.problem.code === 'resetLinkInvalid'
}

type FormProps = {
  readonly busy: boolean
  readonly error: Error | null
  readonly onChoose: (password: string, onError: () => void) => void
}

/** What was wrong when the form was sent last. */
type Told = { readonly wrong: WrongPassword | undefined; readonly attempt: number }

function PasswordForm({ busy, error, onChoose }: FormProps) {
  const [{ wrong, attempt }, tell] = useState<Told>({ wrong: undefined, attempt: 0 })
  const refused = refusedPassword(error)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const { password, again } = textsOf(form, 'password', 'again')
    const found = wrongPassword(password, again)
    tell({ wrong: found, attempt: attempt + 1 })
    if (!found && !busy) onChoose(password, () => focusField(form, 'password'))
  }
  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary title={m.errors_title()} attempt={attempt} />
      {refused === undefined && <ProblemNotice error={error} />}
      <NewPasswordFields label={m.password_new()} wrong={wrong ?? refused} />
      <Button type="submit" look="primary" wide busy={busy}>
        {m.reset_change()}
      </Button>
      <p aria-live="polite">{busy && m.proof_working()}</p>
    </form>
  )
}

function InvalidLink() {
  return (
    <DoorPage title={m.reset_invalid_title()}>
      <p role="alert">{m.reset_invalid_detail()}</p>
      <PlaceLink to={{ page: 'forgotPassword' }} className={buttonClass(true)} data-look="primary">
        {m.reset_ask_again()}
      </PlaceLink>
    </DoorPage>
  )
}
