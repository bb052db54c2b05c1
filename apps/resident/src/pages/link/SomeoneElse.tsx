/** For whoever is signed in with another address than the link was sent to. */
import { Button } from '@2park/web/components/Button'
import { Notice } from '@2park/web/components/Notice'
import { m } from '#paraglide/messages.js'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { useSigningOut } from '#sign-out.ts'
import styles from './LinkPage.module.css'
import type { Offer } from './offer.ts'

type Props = { readonly offer: Offer; readonly onSignedOut: () => void }

export function SomeoneElse({ offer: { email, signedInAs = '' }, onSignedOut }: Props) {
  const signingOut = useSigningOut(onSignedOut)
  return (
    <div className={styles.step}>
      <Notice kind="warning">
        <b>{m.link_someone_else_title({ signedInAs })}</b>
        <span>{m.link_someone_else_detail({ email })}</span>
      </Notice>
      <ProblemNotice error={signingOut.error} />
      <Button look="primary" wide busy={signingOut.isPending} onClick={() => signingOut.mutate()}>
        {m.link_sign_out()}
      </Button>
    </div>
  )
}
