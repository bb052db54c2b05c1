/** [Nieuwe herstelcodes]: the former ones hold no longer, so it asks first. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '@2park/web/api'
import { Sheet } from '@2park/web/components/Sheet'
import { m } from '#paraglide/messages.js'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { isPasswordNeeded, readFactorsAgain } from './factors.ts'
import { PasswordStep } from './PasswordStep.tsx'
import { RecoveryCodesSheet } from './RecoveryCodesSheet.tsx'

type Props = { readonly onClose: () => void }

export function RenewCodesSheet({ onClose }: Props) {
  const client = useQueryClient()
  const renew = useMutation({
    mutationFn: () => call('POST /account/recovery-codes/_renew', {}),
    onSuccess: () => readFactorsAgain(client),
  })
  if (renew.data) return <RecoveryCodesSheet codes={renew.data.recoveryCodes} onClose={onClose} />
  const isAsked = isPasswordNeeded(renew.error)
  return (
    <Sheet
      title={m.new_recovery_codes()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={
        !isAsked && (
          <ConfirmBar
            label={m.make_recovery_codes()}
            busy={renew.isPending}
            onConfirm={() => renew.mutate()}
          />
        )
      }
    >
      {isAsked ? (
        <PasswordStep onConfirmed={() => renew.mutate()} />
      ) : (
        <>
          <ProblemNotice error={renew.error} />
          <p>{m.new_recovery_codes_what()}</p>
        </>
      )}
    </Sheet>
  )
}
