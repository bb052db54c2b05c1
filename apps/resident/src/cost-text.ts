/** What something costs and what is left, in a word or an amount: nothing costs "Gratis". */
import { formatBalance, formatCost, type Locale, type UnitAmount } from '@2park/web/format'
import { m } from '#paraglide/messages.js'

export function costText(cost: UnitAmount, locale: Locale): string {
  return cost.value === 0 ? m.free() : formatCost(cost, locale)
}

/** Undefined where there is no balance. */
export function balanceAfterText(balance: UnitAmount, locale: Locale): string | undefined {
  if (balance.unit === 'none') return undefined
  return m.balance_after({ balance: formatBalance(balance, locale) })
}
