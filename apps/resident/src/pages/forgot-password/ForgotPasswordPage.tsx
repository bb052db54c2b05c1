/** [Vergeten?] (A8): an address, the device's work in the place of a captcha, and an answer that tells nothing. */
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '@2park/web/api'
import { Button, buttonClass } from '@2park/web/components/Button'
import { TextField } from '@2park/web/components/Field'
import { Notice } from '@2park/web/components/Notice'
import { DoorPage } from '#frame/DoorPage.tsx'
import { focusField, textsOf } from '#form-fields.ts'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { proveWork } from '#proof/proof.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import styles from './ForgotPasswordPage.module.css'

export function ForgotPasswordPage() {
  useLocale()
  const asking = useMutation({
    mutationFn: async (email: string) =>
      call('POST /password-resets', { body: { email, proof: await proveWork() } }),
  })
  if (asking.isSuccess) return <Asked email={asking.variables} />
  return (
    <DoorPage title={m.forgot_title()}>
      <p>{m.forgot_lead()}</p>
      <ProblemNotice error={asking.error} />
      <AddressForm
        busy={asking.isPending}
        onAsk={(email, onError) => asking.mutate(email, { onError })}
      />
    </DoorPage>
  )
}

type FormProps = {
  readonly busy: boolean
  readonly onAsk: (email: string, onError: () => void) => void
}

function AddressForm({ busy, onAsk }: FormProps) {
  const [isMissing, setMissing] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const email = textsOf(form, 'email').email.trim()
    setMissing(email === '')
    if (email === '') return focusField(form, 'email')
    if (!busy) onAsk(email, () => focusField(form, 'email'))
  }
  return (
    <form noValidate onSubmit={submit}>
      <TextField
        label={m.email()}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={isMissing ? m.email_missing() : undefined}
      />
      <Button type="submit" look="primary" wide busy={busy}>
        {m.forgot_send()}
      </Button>
      <p aria-live="polite">{busy && m.proof_working()}</p>
      <p className={styles.back}>
        <PlaceLink to={{ page: 'signIn' }}>{m.back_to_sign_in()}</PlaceLink>
      </p>
    </form>
  )
}

function Asked({ email }: { readonly email: string }) {
  return (
    <DoorPage title={m.forgot_asked_title()}>
      <Notice kind="positive" role="alert">
        <span>{m.forgot_asked_detail({ email })}</span>
      </Notice>
      <p>{m.forgot_asked_hint()}</p>
      <PlaceLink to={{ page: 'signIn' }} className={buttonClass(true)}>
        {m.back_to_sign_in()}
      </PlaceLink>
    </DoorPage>
  )
}
