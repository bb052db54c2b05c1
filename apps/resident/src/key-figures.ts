/** What one wants to know of a product at a glance, of each kind something else (B1). */
import { formatBalance, type Locale } from '@2park/web/format'
import { plateText } from '@2park/web/plate-typing'
import { m } from '#paraglide/messages.js'
import type { Product } from '#products.ts'

export type KeyFigure = { readonly term: string; readonly value: string }

export function keyFigures(
  { kind, balance, plates, activePlate, rights }: Product,
  locale: Locale,
): KeyFigure[] {
  const active = activePlate && plateText(activePlate.number, activePlate.country)
  return [
    rights && { term: m.rights_in_use(), value: m.rights_of(rights) },
    plates && {
      // Which one holds during a session for a temporary plate, the session tells.
      term: kind === 'plateSwitch' ? m.active_plate() : m.own_plate(),
      value: active ?? m.active_plate_none(),
    },
    balance.unit !== 'none' && { term: m.balance(), value: formatBalance(balance, locale) },
  ].filter((figure) => figure !== undefined && figure !== false)
}
