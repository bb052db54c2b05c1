/** [Onthoud mij] (A7), with what that means on a device that others use. */
import { Checkbox } from '@2park/web/components/Checkbox'
import { m } from '#paraglide/messages.js'

type Props = {
  readonly isRemembered: boolean
  readonly onChange: (isRemembered: boolean) => void
}

export function RememberMe({ isRemembered, onChange }: Props) {
  return (
    <Checkbox
      name="isRemembered"
      label={m.remember_me()}
      hint={m.remember_me_hint()}
      checked={isRemembered}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
