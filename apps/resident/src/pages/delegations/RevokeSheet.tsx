/** [Intrekken] (J6): whose, what comes back, and whether what they have parked is stopped as well. */
import { useState } from 'react'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { ChipGroup } from '@2park/web/components/ChipGroup'
import { Sheet } from '@2park/web/components/Sheet'
import { formatBalance } from '@2park/web/format'
import { m } from '#paraglide/messages.js'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import type { Product } from '#products.ts'
import { type Delegation, useChange } from './delegations.ts'
import rows from '#rows.module.css'

type Props = {
  readonly product: Product
  readonly delegation: Delegation
  readonly onClose: () => void
}

export function RevokeSheet({ product, delegation, onClose }: Props) {
  const locale = useLocale()
  const [sessions, setSessions] = useState<'goOn' | 'stop'>('goOn')
  const { id: delegationId, email, allotment, counts } = delegation
  const params = { productId: product.id, delegationId }
  const revoking = useChange({
    call: (body: { stopSessions: boolean }, idempotencyKey) =>
      call(
        'POST /products/{productId}/delegations/{delegationId}/_revoke',
        { params, body },
        { idempotencyKey },
      ),
    said: () => m.delegation_was_revoked({ email }),
    onDone: onClose,
  })
  return (
    <Sheet
      title={m.revoke_title()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={
        <ConfirmBar
          label={m.revoke()}
          busy={revoking.isPending}
          onConfirm={() => revoking.go({ stopSessions: sessions === 'stop' })}
        >
          <Button wide look="quiet" onClick={onClose}>
            {m.revoke_not()}
          </Button>
        </ConfirmBar>
      }
    >
      <p className={rows.shown}>{email}</p>
      <p>{m.revoke_explained()}</p>
      {allotment && <p>{m.revoke_returns({ amount: formatBalance(allotment, locale) })}</p>}
      {counts.running + counts.planned > 0 && (
        <ChipGroup
          legend={m.revoke_sessions({ running: counts.running, planned: counts.planned })}
          choices={[
            { value: 'goOn', label: m.revoke_sessions_go_on() },
            { value: 'stop', label: m.revoke_sessions_stop() },
          ]}
          value={sessions}
          onChange={setSessions}
        />
      )}
      <ProblemNotice error={revoking.error} />
    </Sheet>
  )
}
