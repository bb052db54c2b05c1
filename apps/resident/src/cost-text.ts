/** What something costs, in a word or an amount: nothing costs "Gratis". */
import { formatCost, type Locale, type UnitAmount } from '@2park/web/format'
import { m } from '#paraglide/messages.js'

export function costText(cost: UnitAmount, locale: Locale): string {
  return cost.value === 0 ? m.free() : formatCost(cost, locale)
}
