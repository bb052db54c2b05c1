/** Where the mail of a forgotten password leads (A8): a new password, twice, and then signing in. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call, ProblemAnswer } from '@2park/web/api'
import { Button, buttonClass } from '@2park/web/components/Button'
import { ErrorSummary } from '@2park/web/components/ErrorSummary'
import { DoorPage } from '#frame/DoorPage.tsx'
import { takeMailToken } from '#mail-token.ts'
import { m } from '#paraglide/messages.js'
import { NewPasswordFields } from '#password/NewPasswordFields.tsx'
import { useNewPassword } from '#password/use-new-password.ts'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { proveWork } from '#proof/proof.ts'
import { go } from '#routing/navigation.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'

export function ResetPasswordPage() {
  useLocale()
  const [token] = useState(takeMailToken)
  const changing = useChanging(token)
  if (token === undefined || isLinkInvalid(changing.error)) return <InvalidLink />
  return (
    <DoorPage title={m.reset_title()}>
      <PasswordForm changing={changing} />
    </DoorPage>
  )
}

function useChanging(token = '') {
  return useMutation({
    mutationFn: async (password: string) =>
      call('POST /password-resets/_complete', {
        body: { token, password, proof: await proveWork() },
      }),
    onSuccess: () => go({ page: 'signIn', why: 'passwordChanged' }, { replace: true }),
  })
}

function isLinkInvalid(error: Error | null): boolean {
  return error instanceof ProblemAnswer && error.problem.code === 'resetLinkInvalid'
}

type FormProps = { readonly changing: ReturnType<typeof useChanging> }

function PasswordForm({ changing }: FormProps) {
  const { submit, attempt, wrong, error } = useNewPassword(changing)
  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary title={m.errors_title()} attempt={attempt} />
      <ProblemNotice error={error} />
      <NewPasswordFields label={m.password_new()} wrong={wrong} />
      <Button type="submit" look="primary" wide busy={changing.isPending}>
        {m.reset_change()}
      </Button>
      <p aria-live="polite">{changing.isPending && m.proof_working()}</p>
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
