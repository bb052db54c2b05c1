/** The address one signs in with (C1), and another one: with the password, and a mail to confirm it. */
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, ProblemAnswer } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { ErrorSummary } from '@2park/web/components/ErrorSummary'
import { TextField } from '@2park/web/components/Field'
import { Notice } from '@2park/web/components/Notice'
import { useAccount } from '#account.ts'
import { draftsOf, ownAccount } from '#drafts.ts'
import { focusField, textsOf } from '#form-fields.ts'
import { m } from '#paraglide/messages.js'
import { PasswordField } from '#password/PasswordField.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { useKeeping } from '#use-kept-form.ts'
import { Section } from './Section.tsx'
import styles from './SettingsPage.module.css'

/** Of the new address: the password is typed anew. */
const drafts = draftsOf<string>('e-mail address')

export function EmailSection() {
  const account = useAccount()
  const [isKept] = useState(() => drafts.of(ownAccount) !== undefined)
  const asking = useMutation({
    mutationFn: (body: Wish) => call('POST /email-changes', { body }),
  })
  return (
    <Section title={m.email()}>
      <p className={styles.value} translate="no">
        {account?.email}
      </p>
      {asking.isSuccess ? (
        <Notice kind="positive" role="alert">
          <span>{m.email_change_asked({ email: asking.variables.email })}</span>
        </Notice>
      ) : (
        <details className={styles.fold} open={isKept}>
          <summary>{m.email_change()}</summary>
          <ChangeForm
            busy={asking.isPending}
            error={asking.error}
            onAsk={(wish, onError) => asking.mutate(wish, { onError })}
          />
        </details>
      )}
    </Section>
  )
}

type Wish = { readonly email: string; readonly password: string }
/** Which fields were, when the form was sent last. */
type Empty = { readonly email: boolean; readonly password: boolean; readonly attempt: number }

type Props = {
  readonly busy: boolean
  readonly error: Error | null
  readonly onAsk: (wish: Wish, onError: (error: Error) => void) => void
}

function ChangeForm({ busy, error, onAsk }: Props) {
  const [empty, setEmpty] = useState<Empty>({ email: false, password: false, attempt: 0 })
  const keep = useKeeping(drafts, ownAccount)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const { email: typed, password } = textsOf(form, 'email', 'password')
    const email = typed.trim()
    const wrong = { email: email === '', password: password === '' }
    setEmpty({ ...wrong, attempt: empty.attempt + 1 })
    if (wrong.email || wrong.password || busy) return
    onAsk({ email, password }, (refused) => {
      const isPassword = refused instanceof ProblemAnswer && refused.problem.status === 409
      focusField(form, isPassword ? 'password' : 'email')
    })
  }
  return (
    <form noValidate onSubmit={submit}>
      <p>{m.email_change_lead()}</p>
      <ErrorSummary title={m.errors_title()} attempt={empty.attempt} />
      <ProblemNotice error={error} />
      <TextField
        label={m.email_new()}
        name="email"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={drafts.of(ownAccount)}
        onChange={(event) => keep(event.target.value)}
        error={empty.email ? m.email_missing() : undefined}
      />
      <PasswordField
        label={m.password_current()}
        name="password"
        autoComplete="current-password"
        error={empty.password ? m.password_missing() : undefined}
      />
      <Button type="submit" look="primary" busy={busy}>
        {m.email_change_send()}
      </Button>
    </form>
  )
}
