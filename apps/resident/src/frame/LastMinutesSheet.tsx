/** One signed in so long ago that nothing keeps one signed in: at what time one will sign in again (A9). */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@2park/web/components/Button'
import { Sheet } from '@2park/web/components/Sheet'
import { formatTime } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { go, here } from '#routing/navigation.ts'
import { hrefOf } from '#routing/place.ts'
import { useSigningOut } from '#sign-out.ts'

export function LastMinutesSheet({ endsAt }: { readonly endsAt: string }) {
  const locale = useLocale()
  const client = useQueryClient()
  const [isClosed, setClosed] = useState(false)
  // As if the end had come: what was filled in is kept, and one comes back to it.
  const signingOut = useSigningOut(() => {
    go({ page: 'signIn', from: hrefOf(here()), why: 'expired' }, { replace: true })
    client.clear()
  })
  if (isClosed) return null
  const close = () => setClosed(true)
  const time = formatTime(endsAt, { locale, zone: Temporal.Now.timeZoneId() })
  return (
    <Sheet
      title={m.last_minutes_title()}
      closeLabel={m.close()}
      onClose={close}
      footer={
        <>
          <ProblemNotice error={signingOut.error} />
          <Button
            wide
            look="primary"
            busy={signingOut.isPending}
            onClick={() => signingOut.mutate()}
          >
            {m.last_minutes_sign_in()}
          </Button>
          <Button wide onClick={close}>
            {m.close()}
          </Button>
        </>
      }
    >
      <p>{m.last_minutes_detail({ time })}</p>
      <p>{m.last_minutes_kept()}</p>
    </Sheet>
  )
}
