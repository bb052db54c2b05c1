/** The last step of whatever made recovery codes: they are shown, and it is said when they are kept. */
import { Sheet } from '@2park/web/components/Sheet'
import { m } from '#paraglide/messages.js'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

type Props = { readonly codes: readonly string[]; readonly onClose: () => void }

export function RecoveryCodesSheet({ codes, onClose }: Props) {
  return (
    <Sheet
      title={m.recovery_codes()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={<ConfirmBar label={m.codes_kept()} busy={false} onConfirm={onClose} />}
    >
      <RecoveryCodes codes={codes} />
    </Sheet>
  )
}
