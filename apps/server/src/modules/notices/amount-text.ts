/** Amounts as a mail says them: the same words as on the screen, where `packages/web` says them. */
import type { Language } from '@2park/contract/language'
import type { Unit } from '@2park/domain/amount'

const languageTags = { nl: 'nl-NL', en: 'en-GB' } as const

const actions = {
  nl: { one: 'actie', other: 'acties' },
  en: { one: 'action', other: 'actions' },
} as const

type UnitAmount = { readonly unit: Unit; readonly value: number }

/** "€ 38,60", "3 uur 20 min", "12 acties". */
export function amountText({ unit, value }: UnitAmount, language: Language): string {
  const locale = languageTags[language]
  if (unit === 'time') return durationText(value, language)
  if (unit === 'count') {
    const { one, other } = actions[language]
    return `${new Intl.NumberFormat(locale).format(value)} ${Math.abs(value) === 1 ? one : other}`
  }
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(value / 100)
}

/** Whole minutes: what is begun of a minute is left out. */
function durationText(seconds: number, language: Language): string {
  const minutes = Math.floor(Math.abs(seconds) / 60)
  const hours = Math.floor(minutes / 60)
  const of = (value: number, unit: 'hour' | 'minute', unitDisplay: 'long' | 'short') =>
    new Intl.NumberFormat(languageTags[language], { style: 'unit', unit, unitDisplay }).format(
      value,
    )
  const parts = [
    ...(hours > 0 ? [of(hours, 'hour', 'long')] : []),
    ...(hours === 0 || minutes % 60 > 0 ? [of(minutes % 60, 'minute', 'short')] : []),
  ]
  return `${seconds < 0 ? '-' : ''}${parts.join(' ')}`
}
