/** Another password: with the present one, and with the rules in view. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { shortestPassword, shortestWithSecondFactor } from '@2park/contract/password-rules'
import { announce } from '@2park/web/announce'
import { call, ProblemAnswer } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { ErrorSummary } from '@2park/web/components/ErrorSummary'
import { focusField, textsOf } from '#form-fields.ts'
import { secondFactorRead } from '#pages/security/factors.ts'
import { m } from '#paraglide/messages.js'
import {
  NewPasswordFields,
  refusedPassword,
  type WrongPassword,
  wrongPassword,
} from '#password/NewPasswordFields.tsx'
import { PasswordField } from '#password/PasswordField.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { Section } from './Section.tsx'
import styles from './SettingsPage.module.css'

export function PasswordSection() {
  // Drawn anew once it is changed: folded, and with nothing in it.
  const [turn, setTurn] = useState(0)
  return (
    <Section title={m.password()}>
      <details key={turn} className={styles.fold}>
        <summary>{m.password_change()}</summary>
        <ChangeForm
          onChanged={() => {
            setTurn(turn + 1)
            announce(() => m.password_changed())
          }}
        />
      </details>
    </Section>
  )
}

type Change = { readonly currentPassword: string; readonly newPassword: string }

/** What was wrong when the form was sent last. */
type Told = {
  /** The present one was. */
  readonly isMissing: boolean
  readonly wrong: WrongPassword | undefined
  readonly attempt: number
}
const nothing: Told = { isMissing: false, wrong: undefined, attempt: 0 }

function ChangeForm({ onChanged }: { readonly onChanged: () => void }) {
  const [{ isMissing, wrong, attempt }, tell] = useState<Told>(nothing)
  const { data: factor } = useQuery(secondFactorRead)
  const shortest = factor?.isOn ? shortestWithSecondFactor : shortestPassword
  const changing = useMutation({
    mutationFn: (body: Change) => call('PUT /account/password', { body }),
    onSuccess: onChanged,
  })
  const refused = refusedPassword(changing.error)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const { current, password, again } = textsOf(form, 'current', 'password', 'again')
    const found = wrongPassword(password, again, shortest)
    // What the server said was about what was sent before.
    if (!changing.isPending) changing.reset()
    tell({ isMissing: current === '', wrong: found, attempt: attempt + 1 })
    if (current === '' || found || changing.isPending) return
    const onError = (error: Error) => focusField(form, isNew(error) ? 'password' : 'current')
    changing.mutate({ currentPassword: current, newPassword: password }, { onError })
  }
  return (
    <form noValidate onSubmit={submit}>
      <p>{m.password_change_lead()}</p>
      <ErrorSummary title={m.errors_title()} attempt={attempt} hasLabels />
      {refused === undefined && <ProblemNotice error={changing.error} />}
      <PasswordField
        label={m.password_current()}
        name="current"
        autoComplete="current-password"
        error={isMissing ? m.password_missing() : undefined}
      />
      <NewPasswordFields label={m.password_new()} shortest={shortest} wrong={wrong ?? refused} />
      <Button type="submit" look="primary" busy={changing.isPending}>
        {m.password_change()}
      </Button>
    </form>
  )
}

function isNew(error: Error): boolean {
  return error instanceof ProblemAnswer && error.problem.status === 400
}
