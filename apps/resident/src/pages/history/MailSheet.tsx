/** [Stuur historie per e-mail] (K6): which list, to whom, and that it is on its way. */
import { useQuery } from '@tanstack/react-query'
import { announce } from '@2park/web/announce'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { Sheet } from '@2park/web/components/Sheet'
import { read } from '@2park/web/read'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { useCallOnce } from '#call-once.ts'
import { m } from '#paraglide/messages.js'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import type { ListName } from './history.ts'

type Props = {
  readonly productId: string
  readonly list: ListName
  readonly onClose: () => void
}

export function MailSheet({ productId, list, onClose }: Props) {
  const account = useQuery(read('GET /account', {}))
  const mailing = useCallOnce({
    call: (body: { list: ListName }, idempotencyKey) =>
      call(
        'POST /products/{productId}/history/_mail',
        { params: { productId }, body },
        { idempotencyKey },
      ),
    onSuccess: () => {
      onClose()
      announce(() => m.history_mailed())
    },
  })
  const listName = list === 'transactions' ? m.transactions() : m.sessions()
  return (
    <Sheet
      title={m.mail_history_title()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={
        <ConfirmBar
          label={m.mail_history_send()}
          busy={mailing.isPending}
          onConfirm={() => mailing.mutate({ list })}
        >
          <Button wide look="quiet" onClick={onClose}>
            {m.mail_history_not()}
          </Button>
        </ConfirmBar>
      }
    >
      <p>{m.mail_history_lead({ list: listName, email: account.data?.email ?? '…' })}</p>
      <ProblemNotice error={mailing.error ?? account.error} />
    </Sheet>
  )
}
