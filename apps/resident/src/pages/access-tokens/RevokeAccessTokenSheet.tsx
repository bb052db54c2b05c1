/** [Intrekken]: whatever uses it gets no answer any more. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { announce } from '@2park/web/announce'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { Sheet } from '@2park/web/components/Sheet'
import { readAgain } from '@2park/web/read'
import { m } from '#paraglide/messages.js'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import type { AccessToken } from './access-tokens.ts'

type Props = { readonly accessToken: AccessToken; readonly onClose: () => void }

export function RevokeAccessTokenSheet({ accessToken: { id, name }, onClose }: Props) {
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: () =>
      call('DELETE /account/access-tokens/{accessTokenId}', { params: { accessTokenId: id } }),
    onSuccess: () => {
      announce(() => m.token_revoked({ name }))
      onClose()
      void readAgain(client, 'GET /account/access-tokens')
    },
  })
  return (
    <Sheet
      title={m.revoke_token_title()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={
        <ConfirmBar
          look="danger"
          label={m.revoke()}
          busy={revoke.isPending}
          onConfirm={() => revoke.mutate()}
        >
          <Button wide look="quiet" onClick={onClose}>
            {m.revoke_not()}
          </Button>
        </ConfirmBar>
      }
    >
      <p>
        <b>{name}</b>
      </p>
      <p>{m.revoke_token_what()}</p>
      <ProblemNotice error={revoke.error} />
    </Sheet>
  )
}
