/** A part of a balance as it is typed: euros, hours and minutes, or a number of actions (J3). */
import type { UnitAmount } from '@2park/web/format'

export type Unit = UnitAmount['unit']

/** What stands in the fields; of a unit without hours, the minutes stay empty. */
export type PartFields = { main: string; minutes: string }

export const noPart: PartFields = { main: '', minutes: '' }

export function isEmptyPart({ main, minutes }: PartFields): boolean {
  return main.trim() === '' && minutes.trim() === ''
}

/** In the smallest piece of the unit; undefined where it can't be read as an amount. */
export function partOf({ main, minutes }: PartFields, unit: Unit): number | undefined {
  if (unit === 'money') return centsOf(main.trim())
  if (unit === 'count') return wholeOf(main.trim(), 1_000_000)
  const hours = main.trim() === '' ? 0 : wholeOf(main.trim(), 100_000)
  const rest = minutes.trim() === '' ? 0 : wholeOf(minutes.trim(), 59)
  return hours === undefined || rest === undefined ? undefined : (hours * 60 + rest) * 60
}

export function fieldsOf({ unit, value }: UnitAmount, decimalSign: string): PartFields {
  if (unit === 'count') return { main: String(value), minutes: '' }
  if (unit === 'money') {
    return { main: (value / 100).toFixed(2).replace('.', decimalSign), minutes: '' }
  }
  const minutes = Math.floor(value / 60)
  return { main: String(Math.floor(minutes / 60)), minutes: String(minutes % 60) }
}

/** "12", "12,5", "12.50", with or without the sign: as people write euros in either language. */
function centsOf(text: string): number | undefined {
  const [, euros, tenths = ''] = /^€?\s*(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(text) ?? []
  return euros === undefined ? undefined : Number(euros) * 100 + Number(tenths.padEnd(2, '0'))
}

function wholeOf(text: string, most: number): number | undefined {
  const value = /^\d{1,7}$/.test(text) ? Number(text) : undefined
  return value !== undefined && value <= most ? value : undefined
}
