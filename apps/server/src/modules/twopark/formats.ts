/**
 * How the protocol writes moments and amounts: as text, moments by the clock of Amsterdam without a
 * zone, days first. A day ends at 23:59:59 there and at midnight here: those are one moment.
 */
import { amount, type Amount, type Unit } from '@2park/domain/amount'

const zone = 'Europe/Amsterdam'

/** "22-11-2026 14:38:12" */
export function momentText(at: Temporal.Instant): string {
  const { day, month, year, hour, minute, second } = at.toZonedDateTimeISO(zone)
  return `${padded(day)}-${padded(month)}-${year} ${padded(hour)}:${padded(minute)}:${padded(second)}`
}

/** The end of a stretch of time; midnight is the last second of the day before. */
export function endText(end: Temporal.Instant): string {
  return momentText(isMidnight(end) ? end.subtract({ seconds: 1 }) : end)
}

/** "22-11-2026 14:38" */
export function minuteText(at: Temporal.Instant): string {
  return momentText(at).slice(0, -3)
}

/** Of a product's validity: "2026-02-09 00:00". */
export function validFromText(at: Temporal.Instant): string {
  return at
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')
}

/** Its last minute. */
export function validUntilText(end: Temporal.Instant): string {
  return validFromText(end.subtract({ seconds: 1 }))
}

/**
 * Undefined where it is no moment. An hour that comes twice in October is its first occurrence, and
 * one that doesn't come in March is as long after the last that did.
 */
export function parseMoment(text: string): Temporal.Instant | undefined {
  const found = /^(\d{1,2})-(\d{1,2})-(\d{4}) (\d{1,2}):(\d{2}):(\d{2})$/.exec(text.trim())
  if (!found) return undefined
  const [day, month, year, hour, minute, second] = found.slice(1).map(Number)
  try {
    return Temporal.PlainDateTime.from(
      { day, month, year, hour, minute, second } as Temporal.PlainDateTimeLike,
      { overflow: 'reject' },
    )
      .toZonedDateTime(zone)
      .toInstant()
  } catch {
    return undefined
  }
}

/** The end of a stretch of time: 23:59:59 is all of that day. */
export function parseEnd(text: string): Temporal.Instant | undefined {
  const end = parseMoment(text)
  if (!end) return undefined
  const next = end.add({ seconds: 1 })
  return isMidnight(next) ? next : end
}

function isMidnight(at: Temporal.Instant): boolean {
  const moment = at.toZonedDateTimeISO(zone)
  return moment.equals(moment.startOfDay())
}

export const currencies: Readonly<Record<Unit, { readonly code: string; readonly text: string }>> =
  {
    money: { code: 'EURO', text: '€' },
    time: { code: 'MINUTE', text: 'Minuut' },
    count: { code: 'TIMES', text: '#' },
    none: { code: 'EURO', text: '€' },
  }

/** What one has: euros or minutes with two decimals, or actions; no more than there is. */
export function balanceText(value: number, unit: Unit): string {
  return unit === 'count' ? String(value) : hundredthsText(Math.floor(hundredthsOf(value, unit)))
}

/** What something costs: no less than it does. */
export function costText(value: number, unit: Unit): string {
  return unit === 'count' ? String(value) : hundredthsText(Math.ceil(hundredthsOf(value, unit)))
}

/** Of an euro, which are cents, or of a minute, of which we count the seconds. */
function hundredthsOf(value: number, unit: Unit): number {
  return unit === 'time' ? (value * 100) / 60 : value
}

function hundredthsText(hundredths: number): string {
  const whole = Math.trunc(Math.abs(hundredths) / 100)
  const sign = hundredths < 0 ? '-' : ''
  return `${sign}${whole}.${padded(Math.abs(hundredths) % 100)}`
}

/** With a point or a comma; undefined where it is no amount of this unit. */
export function parseAmount(text: string, unit: Unit): Amount | undefined {
  const found = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text.trim())
  if (!found) return undefined
  const [, whole = '', fraction = ''] = found
  const hundredths = Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
  if (unit === 'time') return amount(Math.round((hundredths * 60) / 100))
  if (unit !== 'count') return amount(hundredths)
  return hundredths % 100 === 0 ? amount(hundredths / 100) : undefined
}

function padded(number: number): string {
  return String(number).padStart(2, '0')
}
