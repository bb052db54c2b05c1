/** [Passkey toevoegen]: a name to know it by, and then the device asks who one is. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { announce } from '@2park/web/announce'
import { call } from '@2park/web/api'
import { Sheet } from '@2park/web/components/Sheet'
import { ownAccount } from '#drafts.ts'
import { m } from '#paraglide/messages.js'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { makePasskey } from '#passkeys.ts'
import { PasskeyProblem } from '#problems/PasskeyProblem.tsx'
import { isPasswordNeeded, readFactorsAgain } from './factors.ts'
import { PasskeyNameForm } from './PasskeyNameForm.tsx'
import { PasswordStep } from './PasswordStep.tsx'
import { RecoveryCodesSheet } from './RecoveryCodesSheet.tsx'

type Props = { readonly onClose: () => void }

export function AddPasskeySheet({ onClose }: Props) {
  const formId = useId()
  const client = useQueryClient()
  const [name, setName] = useState<string>(m.passkey())
  const add = useMutation({
    mutationFn: async (chosen: string) => {
      const options = await call('POST /account/passkeys/_challenge', {})
      const credential = await makePasskey(options)
      return call('POST /account/passkeys', { body: { name: chosen, credential } })
    },
    onSuccess: ({ recoveryCodes }) => {
      announce(() => m.passkey_added())
      if (recoveryCodes.length === 0) onClose()
      void readFactorsAgain(client)
    },
  })
  if (add.data) return <RecoveryCodesSheet codes={add.data.recoveryCodes} onClose={onClose} />
  const isAsked = isPasswordNeeded(add.error)
  const begin = (chosen: string) => {
    setName(chosen)
    if (!add.isPending) add.mutate(chosen)
  }
  return (
    <Sheet
      title={m.add_passkey()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={!isAsked && <ConfirmBar label={m.go_on()} busy={add.isPending} formId={formId} />}
    >
      {isAsked && <PasswordStep onConfirmed={() => begin(name)} />}
      {/* Kept while the password is asked, with the name in it. */}
      <div hidden={isAsked}>
        <PasskeyProblem error={add.error} detail={m.passkey_not_made_detail()} />
        <p>{m.passkey_what()}</p>
        <PasskeyNameForm about={ownAccount} formId={formId} name={name} onSubmit={begin} />
      </div>
    </Sheet>
  )
}
