/** What the balance lacks, and how it gets better (R1) beside topping up: the next period, or the helpdesk. */
import { formatCost, type Locale, type UnitAmount } from '@2park/web/format'
import { formatDate } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import type { Product } from '#products.ts'

export function wayOutText(shortfall: UnitAmount, product: Product, locale: Locale): string {
  const lacking = m.shortfall({ amount: formatCost(shortfall, locale) })
  const { nextPeriodOn, organisation, rules } = product
  if (nextPeriodOn === undefined && rules.topUpOffered) return lacking
  const wayOut =
    nextPeriodOn === undefined
      ? m.way_out_helpdesk(organisation.helpdesk)
      : m.way_out_next_period({ date: formatDate(nextPeriodOn, { locale }) })
  return `${lacking} ${wayOut}`
}
