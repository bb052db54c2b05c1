/** [Verwijder] on a planned session (E4): which one, and that its whole cost comes back. */
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { Sheet } from '@2park/web/components/Sheet'
import { formatBalance } from '@2park/web/format'
import { m } from '#paraglide/messages.js'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { presentLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { type Product, useWording } from '#products.ts'
import type { Session } from '#sessions.ts'
import { ChangedSession, Facts } from './ChangedSession.tsx'
import { useEnding } from './use-ending.ts'

type Props = {
  readonly product: Product
  readonly session: Session
  readonly onClose: () => void
}

export function DeleteSheet({ product, session, onClose }: Props) {
  const wording = useWording(product)
  const returned = formatBalance(session.cost, wording.locale)
  const removal = useEnding({
    params: { parkingSessionId: session.id },
    call: (sent, idempotencyKey) =>
      call('DELETE /parking-sessions/{parkingSessionId}', sent, { idempotencyKey }),
    said: () =>
      session.cost.value > 0
        ? m.deleted_returned({ amount: formatBalance(session.cost, presentLocale()) })
        : m.deleted(),
    onClose,
  })
  return (
    <Sheet
      title={m.delete_title()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={
        <ConfirmBar label={m.delete_confirm()} busy={removal.isPending} onConfirm={removal.end}>
          <Button wide look="quiet" onClick={onClose}>
            {m.delete_not()}
          </Button>
        </ConfirmBar>
      }
    >
      <ChangedSession session={session} wording={wording} />
      <ProblemNotice error={removal.error} />
      <Facts facts={[{ term: m.returned(), value: returned, isResult: true }]} />
    </Sheet>
  )
}
