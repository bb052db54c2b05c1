/** Another name for a passkey, and its removal. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { announce } from '@2park/web/announce'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { Sheet } from '@2park/web/components/Sheet'
import { m } from '#paraglide/messages.js'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { isPasswordNeeded, readFactorsAgain, type Passkey } from './factors.ts'
import { PasskeyNameForm } from './PasskeyNameForm.tsx'
import { PasswordStep } from './PasswordStep.tsx'

type Props = { readonly passkey: Passkey; readonly onClose: () => void }

export function RenamePasskeySheet({ passkey, onClose }: Props) {
  const formId = useId()
  const client = useQueryClient()
  const rename = useMutation({
    mutationFn: (name: string) =>
      call('PATCH /account/passkeys/{passkeyId}', {
        params: { passkeyId: passkey.id },
        body: { name },
      }),
    onSuccess: (_, name) => {
      announce(() => m.passkey_renamed({ name }))
      onClose()
      void readFactorsAgain(client)
    },
  })
  return (
    <Sheet
      title={m.rename_passkey()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={<ConfirmBar label={m.save()} busy={rename.isPending} formId={formId} />}
    >
      <ProblemNotice error={rename.error} />
      <PasskeyNameForm
        about={passkey.id}
        formId={formId}
        name={passkey.name}
        onSubmit={(name) => {
          if (!rename.isPending) rename.mutate(name)
        }}
      />
    </Sheet>
  )
}

export function RemovePasskeySheet({ passkey, onClose }: Props) {
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () =>
      call('DELETE /account/passkeys/{passkeyId}', { params: { passkeyId: passkey.id } }),
    onSuccess: () => {
      announce(() => m.passkey_removed())
      onClose()
      void readFactorsAgain(client)
    },
  })
  const isAsked = isPasswordNeeded(remove.error)
  return (
    <Sheet
      title={m.remove_passkey_title()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={
        !isAsked && (
          <ConfirmBar
            look="danger"
            label={m.remove_passkey()}
            busy={remove.isPending}
            onConfirm={() => remove.mutate()}
          >
            <Button wide look="quiet" onClick={onClose}>
              {m.keep_passkey()}
            </Button>
          </ConfirmBar>
        )
      }
    >
      {isAsked ? (
        <PasswordStep onConfirmed={() => remove.mutate()} />
      ) : (
        <>
          <p>
            <b>{passkey.name}</b>
          </p>
          <p>{m.remove_passkey_what()}</p>
          <ProblemNotice error={remove.error} />
        </>
      )}
    </Sheet>
  )
}
