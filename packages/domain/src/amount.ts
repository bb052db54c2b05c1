/**
 * What a balance is counted in, and how much of it.
 *
 * An amount is a whole number of the smallest piece of its unit, never a fraction: euro cents for
 * `money`, seconds for `time`, actions for `count` (P2). What has no balance is counted in `none`, of
 * which everything costs nothing. The brand keeps a bare number from passing as an amount; which unit
 * it is of is said by the product, because amounts of two units never meet.
 */
import { invariant } from './invariant.ts'

export const units = ['money', 'time', 'count', 'none'] as const
export type Unit = (typeof units)[number]

declare const brand: unique symbol

export type Amount = number & { readonly [brand]: 'Amount' }

/** A fault where it is a fraction, or too large to be exact: what comes from outside is parsed before. */
export function amount(value: number): Amount {
  invariant(Number.isSafeInteger(value), () => `not a whole amount: ${value}`)
  return value as Amount
}

export const nothing = amount(0)

/** Of amounts in one unit; nothing where there are none. */
export function sum(amounts: Iterable<Amount>): Amount {
  let total = 0
  for (const each of amounts) total += each
  return amount(total)
}

/** Below zero where `b` is more. */
export function difference(a: Amount, b: Amount): Amount {
  return amount(a - b)
}
