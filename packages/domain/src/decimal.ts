/**
 * An exact decimal number with eight places, never below zero, as the register writes its prices.
 *
 * Inside it is a whole number of hundred-millionths, so nothing is lost: 120 times 0.01666667 is
 * 2.00000040, which is €2.00, where cents rounded on the way would have made it €2.40. Up to 45
 * million a number holds that exactly, several times faster than a bigint; beyond it is a fault.
 */
import { amount, type Amount } from './amount.ts'
import { invariant } from './invariant.ts'

declare const brand: unique symbol

export type Decimal = number & { readonly [brand]: 'Decimal' }

const places = 8
const one = 10 ** places
const hundredthOfOne = one / 100

/** Below it, dividing by a million errs by less than half a millionth: no floor can go wrong. */
const most = 2 ** 52

export const zero = hundredMillionths(0)

/** Reads `12` or `0.01666667`; undefined for anything else, a sign or too much too. */
export function parseDecimal(text: string): Decimal | undefined {
  const [, whole = '', fraction = ''] = /^(\d{1,8})(?:\.(\d{1,8}))?$/.exec(text) ?? []
  const value = Number(whole + fraction.padEnd(places, '0'))
  return whole !== '' && value <= most ? hundredMillionths(value) : undefined
}

/** For text that is known to be a decimal: anything else is a fault. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text)
  invariant(value !== undefined, `not a decimal of at most ${places} places: ${text}`)
  return value
}

/** A fault beyond 45 million, as of every sum and product here. */
export function sum(a: Decimal, b: Decimal): Decimal {
  return hundredMillionths(a + b)
}

/** A fault where `b` is more: no price is below zero. */
export function difference(a: Decimal, b: Decimal): Decimal {
  return hundredMillionths(a - b)
}

/** `count` is whole. */
export function times(each: Decimal, count: number): Decimal {
  return hundredMillionths(each * count)
}

export function lesser(a: Decimal, b: Decimal): Decimal {
  return a < b ? a : b
}

/** Euros to whole cents. Half a cent goes up, as people round. */
export function centsRoundedHalfUp(euros: Decimal): Amount {
  return amount(Math.floor((euros + hundredthOfOne / 2) / hundredthOfOne))
}

/** All the places that matter, and two at the least, as money is written: `5.34`, `2.0000004`. */
export function decimalToString(value: Decimal): string {
  const digits = value.toString().padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places).replace(/0{1,6}$/, '')}`
}

function hundredMillionths(value: number): Decimal {
  invariant(value >= 0 && value <= most, 'too much to be held exactly, or below zero')
  return value as Decimal
}
