/** The foot of a form that is priced while one fills it in. */
import { formatCost } from '@2park/web/format'
import { m } from '#paraglide/messages.js'
import { balanceAfterText, costText } from '#cost-text.ts'
import { useLocale } from '#preferences.ts'
import { ConfirmBar } from './ConfirmBar.tsx'
import { isPriced, type Quote } from './order.ts'

type Props = {
  readonly quote: Quote | undefined
  readonly isFetching: boolean
  /** Said before the amount where it is a difference and not a total. */
  readonly sumLabel?: string
  readonly label: string
  readonly busy: boolean
  readonly onConfirm: () => void
}

export function QuoteBar({ quote, sumLabel, ...props }: Props) {
  const locale = useLocale()
  if (quote === undefined) return <ConfirmBar sum="…" {...props} isFetching />
  // What has no price has its reasons above, and the button leads to the alternatives.
  if (!isPriced(quote)) return <ConfirmBar {...props} />
  const { charge, shortfall, balanceAfter } = quote
  const note =
    shortfall.value > 0
      ? m.shortfall({ amount: formatCost(shortfall, locale) })
      : balanceAfterText(balanceAfter, locale)
  const sum = costText(charge, locale)
  return (
    <ConfirmBar sum={sumLabel === undefined ? sum : `${sumLabel} ${sum}`} note={note} {...props} />
  )
}
