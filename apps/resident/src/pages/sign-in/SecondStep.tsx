/**
 * The second step: a code, or a passkey where there is one. One field takes a code of the app and a
 * recovery code; a phone offers the first above its keyboard.
 */
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { call, type Problem } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { TextField } from '@2park/web/components/Field'
import { m } from '#paraglide/messages.js'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { PasskeyButton } from './PasskeyButton.tsx'
import styles from './SecondStep.module.css'

export type Step = NonNullable<Problem['secondStep']>

type Props = {
  readonly step: Step
  readonly isRemembered: boolean
  readonly onSignedIn: () => void
  /** Back to address and password. */
  readonly onBack: () => void
}

export function SecondStep({ step, isRemembered, onSignedIn, onBack }: Props) {
  const hasPasskey = step.ways.includes('passkey')
  return (
    <>
      {hasPasskey && (
        <PasskeyButton
          label={m.use_passkey()}
          isRemembered={() => isRemembered}
          secondStepToken={step.token}
          onSignedIn={onSignedIn}
        />
      )}
      <CodeForm step={step} onSignedIn={onSignedIn} />
      <Button wide look="quiet" onClick={onBack}>
        {m.sign_in_again()}
      </Button>
    </>
  )
}

type CodeProps = Pick<Props, 'step' | 'onSignedIn'>

function CodeForm({ step, onSignedIn }: CodeProps) {
  const hasApp = step.ways.includes('authenticatorApp')
  const [isRecovery, setRecovery] = useState(!hasApp)
  const [isEmpty, setEmpty] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const signIn = useMutation({
    mutationFn: (code: string) =>
      call('POST /sign-ins/_complete', { body: { token: step.token, code } }),
    onSuccess: onSignedIn,
    onError: () => field.current?.select(),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = field.current?.value.trim() ?? ''
    setEmpty(code === '')
    if (code === '') field.current?.focus()
    else if (!signIn.isPending) signIn.mutate(code)
  }
  return (
    <form noValidate onSubmit={submit} className={styles.form}>
      <ProblemNotice error={signIn.error} />
      <TextField
        key={String(isRecovery)}
        ref={field}
        label={isRecovery ? m.recovery_code() : m.app_code()}
        hint={isRecovery ? m.recovery_code_hint() : m.app_code_hint()}
        error={isEmpty ? m.code_missing() : undefined}
        name="code"
        autoComplete="one-time-code"
        inputMode={isRecovery ? 'text' : 'numeric'}
        autoCapitalize={isRecovery ? 'characters' : 'none'}
        autoCorrect="off"
        spellCheck={false}
      />
      <Button type="submit" look="primary" wide busy={signIn.isPending}>
        {m.sign_in()}
      </Button>
      {hasApp && step.ways.includes('recoveryCode') && (
        <Button wide look="quiet" onClick={() => setRecovery(!isRecovery)}>
          {isRecovery ? m.use_app_code() : m.use_recovery_code()}
        </Button>
      )}
    </form>
  )
}
