/**
 * Signing in (A6), and coming back to where one was. Two fields that React does not control: a
 * password manager fills them as it likes, and the form reads them when it is sent.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { call, ProblemAnswer } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { ErrorSummary } from '@2park/web/components/ErrorSummary'
import { TextField } from '@2park/web/components/Field'
import { focusField, textsOf } from '#form-fields.ts'
import { m } from '#paraglide/messages.js'
import { DoorPage } from '#frame/DoorPage.tsx'
import { Loading } from '#frame/Loading.tsx'
import { PasswordField } from '#password/PasswordField.tsx'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { go, goToPath } from '#routing/navigation.ts'
import type { LeavingReason } from '#routing/place.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import { LeavingNotice } from './LeavingNotice.tsx'
import { PasskeyButton } from './PasskeyButton.tsx'
import { RememberMe } from './RememberMe.tsx'
import type { Step } from './SecondStep.tsx'
import styles from './SignInPage.module.css'

const SecondStep = lazy(async () => ({ default: (await import('./SecondStep.tsx')).SecondStep }))

/** Which fields were, when the form was sent for the last time. */
type Empty = { readonly email: boolean; readonly password: boolean; readonly attempt: number }

type Props = {
  /** Where one was when one turned out to be signed out. */
  readonly from: string | undefined
  /** Why one was signed out. */
  readonly why: LeavingReason | undefined
}

export function SignInPage({ from, why }: Props) {
  useLocale()
  const [step, setStep] = useState<Step>()
  const [isRemembered, setRemembered] = useState(false)
  const goOn = useGoingOn(from)
  return (
    <DoorPage title={step === undefined ? m.sign_in() : m.second_step()}>
      {step === undefined ? (
        <>
          <LeavingNotice why={why} />
          <SignInForm
            isRemembered={isRemembered}
            onRemember={setRemembered}
            onSignedIn={goOn}
            onSecondStep={setStep}
          />
        </>
      ) : (
        <Suspense fallback={<Loading />}>
          <SecondStep
            step={step}
            isRemembered={isRemembered}
            onSignedIn={goOn}
            onBack={() => setStep(undefined)}
          />
        </Suspense>
      )}
    </DoorPage>
  )
}

type FormProps = {
  readonly isRemembered: boolean
  readonly onRemember: (isRemembered: boolean) => void
  readonly onSignedIn: () => void
  readonly onSecondStep: (step: Step) => void
}

function SignInForm({ isRemembered, onSignedIn, onSecondStep, ...props }: FormProps) {
  const signIn = useMutation({
    mutationFn: (typed: { email: string; password: string }) =>
      call('POST /sign-ins', { body: { ...typed, isRemembered } }),
    onSuccess: onSignedIn,
  })
  const [empty, setEmpty] = useState<Empty>({ email: false, password: false, attempt: 0 })

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { email: typed, password } = textsOf(event.currentTarget, 'email', 'password')
    const email = typed.trim()
    const wrong = { email: email === '', password: password === '' }
    setEmpty({ ...wrong, attempt: empty.attempt + 1 })
    if (wrong.email || wrong.password) return
    const form = event.currentTarget
    if (signIn.isPending) return
    const onError = (error: Error) => {
      const step = stepOf(error)
      if (step) onSecondStep(step)
      else focusField(form, 'password')
    }
    signIn.mutate({ email, password }, { onError })
  }

  return (
    <>
      <ProblemNotice error={signIn.error} />
      <form noValidate onSubmit={submit}>
        <ErrorSummary title={m.errors_title()} attempt={empty.attempt} />
        <TextField
          label={m.email()}
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={empty.email ? m.email_missing() : undefined}
        />
        <PasswordField
          label={m.password()}
          name="password"
          autoComplete="current-password"
          error={empty.password ? m.password_missing() : undefined}
        />
        <RememberMe isRemembered={isRemembered} onChange={props.onRemember} />
        <Button type="submit" look="primary" wide busy={signIn.isPending}>
          {m.sign_in()}
        </Button>
      </form>
      <div className={styles.other}>
        <PasskeyButton
          label={m.sign_in_passkey()}
          isRemembered={() => isRemembered}
          onSignedIn={onSignedIn}
        />
        <PlaceLink to={{ page: 'forgotPassword' }}>{m.forgotten()}</PlaceLink>
      </div>
    </>
  )
}

/** What the right password has left to do, for who has a second factor. */
function stepOf(error: Error): Step | undefined {
  return error instanceof ProblemAnswer ? error.problem.secondStep : undefined
}

/** To where one was, with nothing left of who was here before. */
function useGoingOn(from: string | undefined): () => void {
  const client = useQueryClient()
  return () => {
    client.clear()
    if (from === undefined) go({ page: 'start' }, { replace: true })
    else goToPath(from)
  }
}
