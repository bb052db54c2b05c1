/** For whoever is signed in with the right address: only [Bevestigen] (A3). */
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { useCallOnce } from '#call-once.ts'
import { m } from '#paraglide/messages.js'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import styles from './LinkPage.module.css'
import { useArrival } from './offer.ts'

export function ConfirmLink({ token }: { readonly token: string }) {
  const arrive = useArrival()
  const accepting = useCallOnce({
    call: (body: { token: string }, idempotencyKey) =>
      call('POST /links/_accept', { body }, { idempotencyKey }),
    onSuccess: arrive,
  })
  return (
    <div className={styles.step}>
      <p>{m.link_confirm_lead()}</p>
      <ProblemNotice error={accepting.error} />
      <Button
        look="primary"
        wide
        busy={accepting.isPending}
        onClick={() => accepting.mutate({ token })}
      >
        {m.confirm()}
      </Button>
    </div>
  )
}
