/** [Inloggen met passkey]: without address and password, or as the second step. */
import { useMutation } from '@tanstack/react-query'
import { Button } from '@2park/web/components/Button'
import { m } from '#paraglide/messages.js'
import { canUsePasskeys, signInByPasskey } from '#passkeys.ts'
import { PasskeyProblem } from '#problems/PasskeyProblem.tsx'

type Props = {
  readonly label: string
  /** Asked when the button is pressed: the form around it may have changed since it was drawn. */
  readonly isRemembered: () => boolean
  /** Of the password that was right already, where this is the second step. */
  readonly secondStepToken?: string
  readonly onSignedIn: () => void
}

export function PasskeyButton({ label, isRemembered, secondStepToken, onSignedIn }: Props) {
  const signIn = useMutation({
    mutationFn: () => signInByPasskey(isRemembered(), secondStepToken),
    onSuccess: onSignedIn,
  })
  if (!canUsePasskeys()) return null
  return (
    <>
      <PasskeyProblem error={signIn.error} detail={m.passkey_not_used_detail()} />
      <Button wide busy={signIn.isPending} onClick={() => signIn.mutate()}>
        {label}
      </Button>
    </>
  )
}
