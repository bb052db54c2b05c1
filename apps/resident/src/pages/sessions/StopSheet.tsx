/** [Stop] (E2): which session, what it has cost so far, and what comes back. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { Sheet } from '@2park/web/components/Sheet'
import { formatBalance, type UnitAmount } from '@2park/web/format'
import { m } from '#paraglide/messages.js'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { isPriced, type PricedQuote } from '#booking/order.ts'
import { costText } from '#cost-text.ts'
import { presentLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { type Product, useWording } from '#products.ts'
import type { Session } from '#sessions.ts'
import { ChangedSession, Facts } from './ChangedSession.tsx'
import { undoOfStop } from './undo-stop.ts'
import { useEnding } from './use-ending.ts'

type Props = {
  readonly product: Product
  readonly session: Session
  readonly onClose: () => void
}

/** What comes back shrinks while one hesitates. */
const refreshMs = 15_000

export function StopSheet({ product, session, onClose }: Props) {
  const wording = useWording(product)
  const client = useQueryClient()
  const [undo] = useState(() => undoOfStop(client, session.id))
  const params = { parkingSessionId: session.id }
  const quote = useQuery({
    queryKey: ['POST /parking-sessions/{parkingSessionId}/quotes', session.id, 'stop'],
    queryFn: ({ signal }) =>
      call('POST /parking-sessions/{parkingSessionId}/quotes', { params, body: {} }, { signal }),
    refetchInterval: refreshMs,
    gcTime: 0,
  })
  const used = quote.data && isPriced(quote.data) ? quote.data : undefined
  const returned = used && returnedBy(used)
  const stop = useEnding({
    params,
    call: (sent, idempotencyKey) =>
      call('POST /parking-sessions/{parkingSessionId}/_stop', sent, { idempotencyKey }),
    said: ({ cost }) => stoppedText(session, cost),
    undo,
    onClose,
  })
  return (
    <Sheet
      title={m.stop_title()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={
        <ConfirmBar label={m.stop_confirm()} busy={stop.isPending} onConfirm={stop.end}>
          <Button wide look="quiet" onClick={onClose}>
            {m.stop_not()}
          </Button>
        </ConfirmBar>
      }
    >
      <ChangedSession session={session} wording={wording} />
      <ProblemNotice error={stop.error ?? quote.error} />
      {session.cost.unit === 'none' ? (
        <p>{m.own_plate_again()}</p>
      ) : (
        <Facts
          facts={[
            { term: m.cost_booked(), value: costText(session.cost, wording.locale) },
            {
              term: m.cost_used(),
              value: used ? costText(used.price.total, wording.locale) : '…',
            },
            {
              term: m.returned(),
              value: returned ? formatBalance(returned, wording.locale) : '…',
              isResult: true,
            },
          ]}
        />
      )}
    </Sheet>
  )
}

/** By what it came to cost, which the sheet may not have known yet when it was confirmed. */
function stoppedText({ cost: paid }: Session, { unit, value }: UnitAmount): string {
  const returned = { unit, value: paid.value - value }
  if (returned.value <= 0) return m.stopped()
  return m.stopped_returned({ amount: formatBalance(returned, presentLocale()) })
}

function returnedBy({ balance, balanceAfter }: PricedQuote): PricedQuote['balance'] {
  return { unit: balance.unit, value: balanceAfter.value - balance.value }
}
