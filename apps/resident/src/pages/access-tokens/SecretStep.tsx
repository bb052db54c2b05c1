/** The token or the address, this once. */
import { Notice } from '@2park/web/components/Notice'
import { Sheet } from '@2park/web/components/Sheet'
import { m } from '#paraglide/messages.js'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { CopyButton } from '#CopyButton.tsx'
import type { Scope } from './access-tokens.ts'
import styles from './AccessTokensPage.module.css'

type Props = {
  readonly scope: Scope
  /** Absent where an answer was lost on its way, and this is the answer to a retry. */
  readonly secret: string | undefined
  readonly onClose: () => void
}

export function SecretStep({ scope, secret, onClose }: Props) {
  const isCalendar = scope === 'calendar'
  return (
    <Sheet
      title={isCalendar ? m.calendar_address() : m.access_token()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={<ConfirmBar label={m.token_kept()} busy={false} onConfirm={onClose} />}
    >
      {secret === undefined ? (
        <Notice kind="warning">{m.token_not_shown()}</Notice>
      ) : (
        <>
          <Notice kind="warning">
            <b>{m.token_once()}</b>
            <span>{isCalendar ? m.calendar_secret() : m.token_secret()}</span>
          </Notice>
          <p className={styles.secret} translate="no" data-testid="secret">
            {secret}
          </p>
          <CopyButton text={secret} />
        </>
      )}
    </Sheet>
  )
}
