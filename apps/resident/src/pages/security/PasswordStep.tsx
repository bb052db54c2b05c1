/** The password once more, before something that a passer-by at an open screen must not do. */
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { m } from '#paraglide/messages.js'
import { PasswordField } from '#password/PasswordField.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'

type Props = {
  /** What was asked for is asked for again. */
  readonly onConfirmed: () => void
}

export function PasswordStep({ onConfirmed }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [isEmpty, setEmpty] = useState(false)
  useEffect(() => field.current?.focus(), [])
  const confirm = useMutation({
    mutationFn: (password: string) =>
      call('POST /sign-ins/current/_confirm', { body: { password } }),
    onSuccess: onConfirmed,
    onError: () => field.current?.focus(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const password = field.current?.value ?? ''
    setEmpty(password === '')
    if (password === '') field.current?.focus()
    else if (!confirm.isPending) confirm.mutate(password)
  }
  return (
    <form noValidate onSubmit={submit}>
      <p>{m.password_once_more()}</p>
      <ProblemNotice error={confirm.error} />
      <PasswordField
        ref={field}
        label={m.password()}
        name="password"
        autoComplete="current-password"
        error={isEmpty ? m.password_missing() : undefined}
      />
      <Button type="submit" look="primary" wide busy={confirm.isPending}>
        {m.go_on()}
      </Button>
    </form>
  )
}
