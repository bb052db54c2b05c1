/** An amount as people type it, in the fields of its unit: euros, hours and minutes, or actions (J3, M8, P2). */
import type { UnitAmount } from '@2park/web/format'

/** What the form holds; React Hook Form writes in it. */
export type AmountForm = { euros: string; hours: string; minutes: string; actions: string }

type Unit = UnitAmount['unit']

export const noAmount: AmountForm = { euros: '', hours: '', minutes: '', actions: '' }

export function isEmptyAmount(form: AmountForm): boolean {
  return Object.values(form).every((text) => text.trim() === '')
}

/** In the unit's smallest piece; undefined where the fields say no amount above zero. */
export function amountAboveZero(form: AmountForm, unit: Unit): number | undefined {
  const value = amountTyped(form, unit)
  return value !== undefined && value > 0 ? value : undefined
}

/** In the unit's smallest piece; undefined where the fields say no amount. */
export function amountTyped(
  { euros, hours, minutes, actions }: AmountForm,
  unit: Unit,
): number | undefined {
  if (unit === 'money') return cents(euros)
  if (unit === 'count') return whole(actions)
  const [h, min] = [whole(hours.trim() || '0'), whole(minutes.trim() || '0')]
  return h === undefined || min === undefined || min > 59 ? undefined : h * 3600 + min * 60
}

export function amountFields({ unit, value }: UnitAmount, decimalSign: string): AmountForm {
  if (unit === 'money') {
    return { ...noAmount, euros: (value / 100).toFixed(2).replace('.', decimalSign) }
  }
  if (unit === 'count') return { ...noAmount, actions: String(value) }
  const minutes = Math.floor(value / 60)
  return { ...noAmount, hours: String(Math.floor(minutes / 60)), minutes: String(minutes % 60) }
}

/** "5", "5,5" and "€ 5.50"; three digits behind a point could be thousands, so they are neither. */
function cents(text: string): number | undefined {
  const [, euros, part = ''] = /^€?\s*(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(text.trim()) ?? []
  return euros === undefined ? undefined : Number(euros) * 100 + Number(part.padEnd(2, '0'))
}

function whole(text: string): number | undefined {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined
}
