/**
 * An exact decimal number with eight places, never below zero, as the register writes its prices.
 *
 * Inside it is a whole number of hundred-millionths, of any size, so nothing is ever lost: 120 times
 * 0.01666667 is 2.00000040, which is €2.00, where cents rounded on the way would have made it €2.40.
 */
import { amount, type Amount } from './amount.ts'
import { invariant } from './invariant.ts'

declare const brand: unique symbol

export type Decimal = bigint & { readonly [brand]: 'Decimal' }

const places = 8
const one = 10n ** BigInt(places)
const hundredthOfOne = one / 100n

export const zero = 0n as Decimal

/** Reads `12` or `0.01666667`; undefined for anything else, a sign or a ninth place too. */
export function parseDecimal(text: string): Decimal | undefined {
  const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d{1,8}))?$/.exec(text) ?? []
  if (whole === '') return undefined
  return BigInt(whole + fraction.padEnd(places, '0')) as Decimal
}

/** For text that is known to be a decimal: anything else is a fault. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text)
  invariant(value !== undefined, `not a decimal of at most ${places} places: ${text}`)
  return value
}

export function sum(a: Decimal, b: Decimal): Decimal {
  return (a + b) as Decimal
}

export function difference(a: Decimal, b: Decimal): Decimal {
  invariant(b <= a, 'a decimal is never below zero')
  return (a - b) as Decimal
}

/** `count` is whole. */
export function times(each: Decimal, count: number): Decimal {
  return (each * BigInt(count)) as Decimal
}

/** Negative, zero or positive, as a sort wants it. */
export function compare(a: Decimal, b: Decimal): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

export function lesser(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) < 0 ? a : b
}

/** Euros to whole cents. Half a cent goes up, as people round. */
export function centsRoundedHalfUp(euros: Decimal): Amount {
  return amount(Number((euros + hundredthOfOne / 2n) / hundredthOfOne))
}

/** All the places that matter, and two at the least, as money is written: `5.34`, `2.0000004`. */
export function decimalToString(value: Decimal): string {
  const digits = value.toString().padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places).replace(/0{1,6}$/, '')}`
}
