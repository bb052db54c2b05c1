/**
 * For whoever has no account yet (A4): the address is the one that the mail went to and cannot be
 * changed, the password is typed twice. React does not control the fields, so that a password
 * manager may fill them and keep what was chosen.
 */
import { useMutation } from '@tanstack/react-query'
import { call, ProblemAnswer } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { ErrorSummary } from '@2park/web/components/ErrorSummary'
import { TextField } from '@2park/web/components/Field'
import { m } from '#paraglide/messages.js'
import { NewPasswordFields } from '#password/NewPasswordFields.tsx'
import { useNewPassword } from '#password/use-new-password.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import styles from './LinkPage.module.css'
import { useArrival } from './offer.ts'

type Props = {
  readonly token: string
  readonly email: string
  /** Somebody made the account meanwhile, in another tab. */
  readonly onAccountExists: () => void
}

export function RegisterForm({ token, email, onAccountExists }: Props) {
  const registering = useRegistering(token, onAccountExists)
  const { submit, attempt, wrong, error } = useNewPassword(registering)
  return (
    <form noValidate onSubmit={submit}>
      <p className={styles.rules}>{m.link_register_lead()}</p>
      <ErrorSummary title={m.errors_title()} attempt={attempt} />
      <ProblemNotice error={error} />
      <TextField label={m.email()} name="email" autoComplete="username" readOnly value={email} />
      <NewPasswordFields label={m.password()} wrong={wrong} />
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
