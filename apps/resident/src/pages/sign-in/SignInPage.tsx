/**
 * Signing in (A6), and coming back to where one was. Two fields that React does not control: a
 * password manager fills them as it likes, and the form reads them when it is sent.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { TextField } from '@2park/web/components/Field'
import { m } from '#paraglide/messages.js'
import { Preferences } from '#frame/Preferences.tsx'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { go, goToPath } from '#routing/navigation.ts'
import { Mark } from './Mark.tsx'
import styles from './SignInPage.module.css'

type Empty = { readonly email: boolean; readonly password: boolean }

type Props = {
  /** Where one was when one turned out to be signed out. */
  readonly from: string | undefined
}

export function SignInPage({ from }: Props) {
  useLocale()
  const signIn = useSignIn(from)
  const [empty, setEmpty] = useState<Empty>({ email: false, password: false })

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const email = textOf(fields.get('email')).trim()
    const password = textOf(fields.get('password'))
    setEmpty({ email: email === '', password: password === '' })
    const wrong = email === '' ? 'email' : password === '' ? 'password' : undefined
    if (wrong !== undefined) return focusField(event.currentTarget, wrong)
    const form = event.currentTarget
    if (signIn.isPending) return
    signIn.mutate({ email, password }, { onError: () => focusField(form, 'password') })
  }

  return (
    <>
      <title>{m.document_title({ page: m.sign_in() })}</title>
      <header className={styles.preferences}>
        <Preferences />
      </header>
      <main className={styles.main}>
        <p className={styles.brand}>
          <Mark />
          2Park
        </p>
        <div className={styles.card}>
          <h1>{m.sign_in()}</h1>
          <ProblemNotice error={signIn.error} />
          <form noValidate onSubmit={submit}>
            <TextField
              label={m.email()}
              name="email"
              type="email"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              error={empty.email ? m.email_missing() : undefined}
            />
            <PasswordField error={empty.password ? m.password_missing() : undefined} />
            <Button type="submit" look="primary" wide busy={signIn.isPending}>
              {m.sign_in()}
            </Button>
          </form>
        </div>
      </main>
    </>
  )
}

function PasswordField({ error }: { readonly error: string | undefined }) {
  const [isShown, setShown] = useState(false)
  return (
    <div className={styles.password}>
      <TextField
        label={m.password()}
        name="password"
        type={isShown ? 'text' : 'password'}
        autoComplete="current-password"
        autoCapitalize="none"
        spellCheck={false}
        error={error}
      />
      <button
        type="button"
        className={styles.show}
        aria-label={isShown ? m.password_hide_label() : m.password_show_label()}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? m.password_hide() : m.password_show()}
      </button>
    </div>
  )
}

function useSignIn(from: string | undefined) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => call('POST /sign-ins', { body }),
    onSuccess: () => {
      client.clear()
      if (from === undefined) go({ page: 'start' }, { replace: true })
      else goToPath(from)
    },
  })
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : ''
}

function focusField(form: HTMLFormElement, name: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLElement) field.focus()
}
