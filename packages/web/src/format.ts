/** Amounts and durations as people read them. The one place where cents become euros. */
import type { UnitAmount as UnitAmountSchema } from '@2park/contract/fields'
import type { z } from 'zod/mini'

export type Locale = 'nl' | 'en'
export type UnitAmount = z.output<typeof UnitAmountSchema>

export const languageTags = { nl: 'nl-NL', en: 'en-GB' } as const

/** Of what is filled in for somebody; what they type may have either. */
export const decimalSigns = { nl: ',', en: '.' } as const

const hourSeconds = 3600
const minuteSeconds = 60

const actions = {
  nl: { one: 'actie', other: 'acties' },
  en: { one: 'action', other: 'actions' },
} as const

/**
 * "€ 2,40", "1 u 20 min", "1 actie": what something costs. A started minute counts. Nothing is said
 * where there is no balance.
 */
export function formatCost({ unit, value }: UnitAmount, locale: Locale): string {
  if (unit === 'none') return ''
  if (unit === 'money') return formatCents(value, locale)
  if (unit === 'count') return formatActions(value, locale)
  return formatDuration(roundedUpToMinute(value), locale, 'short')
}

/** "€ 38,60", "3 uur 20 min", "12 acties": what there is. Only whole minutes are there to use. */
export function formatBalance({ unit, value }: UnitAmount, locale: Locale): string {
  if (unit === 'none') return ''
  if (unit === 'money') return formatCents(value, locale)
  if (unit === 'count') return formatActions(value, locale)
  return formatDuration(value, locale, 'long')
}

export function roundedUpToMinute(seconds: number): number {
  return Math.ceil(seconds / minuteSeconds) * minuteSeconds
}

const unitDisplays = {
  nl: { long: ['long', 'short'], short: ['narrow', 'short'] },
  en: { long: ['long', 'short'], short: ['narrow', 'narrow'] },
} as const

/** Whole hours and minutes, begun minutes left out: "3 uur 20 min", or short "3 u 20 min". */
export function formatDuration(seconds: number, locale: Locale, style: 'long' | 'short'): string {
  const hours = Math.floor(seconds / hourSeconds)
  const minutes = Math.floor((seconds % hourSeconds) / minuteSeconds)
  const [hourDisplay, minuteDisplay] = unitDisplays[locale][style]
  const parts = [
    hours > 0 && formatUnit(hours, 'hour', { locale, unitDisplay: hourDisplay }),
    (minutes > 0 || hours === 0) &&
      formatUnit(minutes, 'minute', { locale, unitDisplay: minuteDisplay }),
  ]
  return parts.filter((part) => part !== false).join(' ')
}

type UnitStyle = { locale: Locale; unitDisplay: 'long' | 'short' | 'narrow' }

function formatUnit(value: number, unit: 'hour' | 'minute', style: UnitStyle): string {
  return new Intl.NumberFormat(languageTags[style.locale], {
    style: 'unit',
    unit,
    unitDisplay: style.unitDisplay,
  }).format(value)
}

export function formatDecimal(value: number, locale: Locale): string {
  return new Intl.NumberFormat(languageTags[locale], { maximumFractionDigits: 1 }).format(value)
}

function formatCents(cents: number, locale: Locale): string {
  return new Intl.NumberFormat(languageTags[locale], {
    style: 'currency',
    currency: 'EUR',
  }).format(cents / 100)
}

function formatActions(count: number, locale: Locale): string {
  const words = actions[locale]
  return `${new Intl.NumberFormat(languageTags[locale]).format(count)} ${count === 1 ? words.one : words.other}`
}
