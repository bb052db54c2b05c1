/**
 * For whoever has no account yet (A4): the address is the one that the mail went to and cannot be
 * changed, the password is typed twice. React does not control the fields, so that a password
 * manager may fill them and keep what was chosen.
 */
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { isLongEnough, shortestPassword } from '@2park/contract/password-rules'
import { call, ProblemAnswer } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { TextField } from '@2park/web/components/Field'
import { m } from '#paraglide/messages.js'
import { PasswordField } from '#password/PasswordField.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import styles from './LinkPage.module.css'
import { useArrival } from './offer.ts'

type Props = {
  readonly token: string
  readonly email: string
  /** Somebody made the account meanwhile, in another tab. */
  readonly onAccountExists: () => void
}

type Wrong = { readonly field: 'password' | 'again'; readonly text: string }

export function RegisterForm({ token, email, onAccountExists }: Props) {
  const [wrong, setWrong] = useState<Wrong>()
  const registering = useRegistering(token, onAccountExists)
  const refused = refusedPassword(registering.error)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const password = textOf(fields.get('password'))
    const found = whatIsWrong(password, textOf(fields.get('again')))
    setWrong(found)
    if (found !== undefined) return focusField(form, found.field)
    if (registering.isPending) return
    registering.mutate(password, { onError: () => focusField(form, 'password') })
  }

  return (
    <form noValidate onSubmit={submit}>
      <p className={styles.rules}>{m.link_register_lead()}</p>
      {refused === undefined && <ProblemNotice error={registering.error} />}
      <TextField label={m.email()} name="email" autoComplete="username" readOnly value={email} />
      <p className={styles.rules}>{m.password_rules({ shortest: shortestPassword })}</p>
      <PasswordField
        label={m.password()}
        name="password"
        autoComplete="new-password"
        error={wrong?.field === 'password' ? wrong.text : wrong ? undefined : refused}
      />
      <PasswordField
        label={m.password_again()}
        name="again"
        autoComplete="new-password"
        error={wrong?.field === 'again' ? wrong.text : undefined}
      />
      <Button type="submit" look="primary" wide busy={registering.isPending}>
        {m.link_register()}
      </Button>
    </form>
  )
}

function useRegistering(token: string, onAccountExists: () => void) {
  const arrive = useArrival()
  return useMutation({
    mutationFn: (password: string) => call('POST /links/_register', { body: { token, password } }),
    onSuccess: arrive,
    onError: (error) => {
      if (error instanceof ProblemAnswer && error.problem.code === 'accountExists') {
        onAccountExists()
      }
    },
  })
}

function whatIsWrong(password: string, again: string): Wrong | undefined {
  if (password === '') return { field: 'password', text: m.password_missing() }
  if (!isLongEnough(password, shortestPassword)) {
    return { field: 'password', text: m.password_too_short({ shortest: shortestPassword }) }
  }
  return again === password ? undefined : { field: 'again', text: m.password_differs() }
}

/** What the server says of the password, for its field. */
function refusedPassword(error: Error | null): string | undefined {
  if (!(error instanceof ProblemAnswer)) return undefined
  const told = error.problem.errors?.filter(({ pointer }) => pointer === '/password') ?? []
  return told.length === 0 ? undefined : told.map(({ detail }) => detail).join(' ')
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : ''
}

function focusField(form: HTMLFormElement, name: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLElement) field.focus()
}
