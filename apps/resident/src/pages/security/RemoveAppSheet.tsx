/** [Authenticator-app uitzetten]: takes the password and a code, of the app or a recovery code. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { announce } from '@2park/web/announce'
import { call } from '@2park/web/api'
import { TextField } from '@2park/web/components/Field'
import { ErrorSummary } from '@2park/web/components/ErrorSummary'
import { Sheet } from '@2park/web/components/Sheet'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { m } from '#paraglide/messages.js'
import { PasswordField } from '#password/PasswordField.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { readFactorsAgain } from './factors.ts'

type Props = { readonly onClose: () => void }
type Typed = { readonly password: string; readonly code: string }

export function RemoveAppSheet({ onClose }: Props) {
  const formId = useId()
  const client = useQueryClient()
  const [missing, setMissing] = useState({ password: false, code: false, attempt: 0 })
  const remove = useMutation({
    mutationFn: (body: Typed) => call('POST /account/authenticator-app/_remove', { body }),
    onSuccess: () => {
      announce(() => m.app_removed())
      onClose()
      void readFactorsAgain(client)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const typed = { password: textOf(form, 'password'), code: textOf(form, 'code').trim() }
    const wrong = { password: typed.password === '', code: typed.code === '' }
    setMissing({ ...wrong, attempt: missing.attempt + 1 })
    if (!wrong.password && !wrong.code && !remove.isPending) remove.mutate(typed)
  }
  return (
    <Sheet
      title={m.remove_app_title()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={
        <ConfirmBar look="danger" label={m.remove_app()} busy={remove.isPending} formId={formId} />
      }
    >
      <p>{m.remove_app_what()}</p>
      <form id={formId} noValidate onSubmit={submit}>
        <ErrorSummary title={m.errors_title()} attempt={missing.attempt} />
        <ProblemNotice error={remove.error} />
        <PasswordField
          label={m.password()}
          name="password"
          autoComplete="current-password"
          error={missing.password ? m.password_missing() : undefined}
        />
        <TextField
          label={m.app_code()}
          hint={m.app_or_recovery_code_hint()}
          name="code"
          autoComplete="one-time-code"
          error={missing.code ? m.code_missing() : undefined}
        />
      </form>
    </Sheet>
  )
}

function textOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value : ''
}
