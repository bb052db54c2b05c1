/** Why one is here (A9), and not where one was. */
import { Notice, type NoticeKind } from '@2park/web/components/Notice'
import { m } from '#paraglide/messages.js'
import type { LeavingReason } from '#routing/place.ts'

type Said = { readonly kind: NoticeKind; readonly text: () => string }

const said: Readonly<Record<LeavingReason, Said>> = {
  idle: { kind: 'info', text: m.signed_out_idle },
  expired: { kind: 'info', text: m.signed_out_expired },
  stolen: { kind: 'warning', text: m.signed_out_stolen },
  passwordChanged: { kind: 'positive', text: m.signed_out_password_changed },
  closed: { kind: 'positive', text: m.signed_out_closed },
}

export function LeavingNotice({ why }: { readonly why: LeavingReason | undefined }) {
  if (why === undefined) return null
  const { kind, text } = said[why]
  return (
    <Notice kind={kind} role="alert">
      <span>{text()}</span>
    </Notice>
  )
}
