/** Where the mail to a new address leads: a press, because programs that check mails open every link. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@2park/web/api'
import { Button, buttonClass } from '@2park/web/components/Button'
import { Notice } from '@2park/web/components/Notice'
import { DoorPage } from '#frame/DoorPage.tsx'
import { takeMailToken } from '#mail-token.ts'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { PlaceLink } from '#routing/PlaceLink.tsx'

export function ConfirmEmailPage() {
  useLocale()
  const [token] = useState(takeMailToken)
  const confirming = useMutation({
    mutationFn: () => call('POST /email-changes/_confirm', { body: { token: token ?? '' } }),
  })
  const { data, error, isPending } = confirming
  if (data) {
    return (
      <DoorPage title={m.confirm_email_done_title()}>
        <Notice kind="positive" role="alert">
          <span>{m.confirm_email_done({ email: data.email })}</span>
        </Notice>
        <ToStart />
      </DoorPage>
    )
  }
  return (
    <DoorPage title={m.confirm_email_title()}>
      <p>{token === undefined ? m.confirm_email_without_link() : m.confirm_email_lead()}</p>
      <ProblemNotice error={error} />
      {token === undefined || error ? (
        <ToStart />
      ) : (
        <Button look="primary" wide busy={isPending} onClick={() => confirming.mutate()}>
          {m.confirm()}
        </Button>
      )}
    </DoorPage>
  )
}

function ToStart() {
  return (
    <PlaceLink to={{ page: 'start' }} className={buttonClass(true)} data-look="primary">
      {m.to_sessions()}
    </PlaceLink>
  )
}
