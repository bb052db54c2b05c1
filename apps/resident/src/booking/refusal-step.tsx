/** The refusal as a step of the sheet that asked: its title, its body and its foot. */
import { m } from '#paraglide/messages.js'
import { balanceAfterText, costText } from '#cost-text.ts'
import type { Product } from '#products.ts'
import type { Wording } from '@2park/web/moments'
import { ConfirmBar } from './ConfirmBar.tsx'
import { RefusalStep } from './RefusalStep.tsx'
import type { Booking } from './use-booking.ts'

type Given = {
  readonly booking: Booking
  readonly product: Product
  readonly wording: Wording
}

export function refusalStep({ booking, product, wording }: Given) {
  const { refusal, chosen, choose, take, reconsider, isPending } = booking
  if (refusal === undefined) return undefined
  const { locale } = wording
  return {
    title: m.refusal_title(),
    back: { label: m.back_to_form(), onBack: reconsider },
    children: (
      <RefusalStep
        refusal={refusal}
        error={booking.error}
        product={product}
        wording={wording}
        chosen={chosen}
        onChoose={choose}
      />
    ),
    footer: chosen ? (
      <ConfirmBar
        sum={costText(chosen.charge, locale)}
        note={balanceAfterText(chosen.balanceAfter, locale)}
        label={m.confirm()}
        busy={isPending}
        onConfirm={take}
      />
    ) : (
      <ConfirmBar label={m.back_to_form()} look="plain" busy={false} onConfirm={reconsider} />
    ),
  }
}
