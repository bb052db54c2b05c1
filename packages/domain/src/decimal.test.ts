import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  centsRoundedHalfUp,
  decimal,
  decimalToString,
  difference,
  parseDecimal,
  sum,
  times,
} from './decimal.ts'

test.each`
  text            | cents   | because
  ${'0'}          | ${0}    | ${'nothing is nothing'}
  ${'22.75'}      | ${2275} | ${'whole cents stay'}
  ${'0.005'}      | ${1}    | ${'half a cent goes up'}
  ${'0.00499999'} | ${0}    | ${'a hundred-millionth less than half does not'}
  ${'2.0000004'}  | ${200}  | ${'a rest is dropped'}
  ${'9.30499999'} | ${930}  | ${'up to the last place'}
`('$text is $cents cents: $because', ({ text, cents }) => {
  expect(centsRoundedHalfUp(decimal(text))).toBe(cents)
})

test.each`
  text             | because
  ${''}            | ${'there is nothing to read'}
  ${'1,50'}        | ${'the register writes a point'}
  ${'-1'}          | ${'a price is never below zero'}
  ${'0.123456789'} | ${'the register has eight places'}
  ${'1e3'}         | ${'it is no decimal'}
  ${'99999999'}    | ${'it could not be held exactly'}
`('"$text" is not read: $because', ({ text }) => {
  expect(parseDecimal(text)).toBeUndefined()
  expect(() => decimal(text)).toThrow('not a decimal')
})

test('adding, taking off and multiplying lose nothing', () => {
  const price = decimal('0.01666667')
  expect(decimalToString(times(price, 120))).toBe('2.0000004')
  expect(decimalToString(sum(price, decimal('1')))).toBe('1.01666667')
  expect(decimalToString(difference(decimal('1'), price))).toBe('0.98333333')
})

test('what can not be held exactly is a fault, and no price', () => {
  expect(() => times(decimal('9999999'), 5)).toThrow('held exactly')
  expect(() => difference(decimal('1'), decimal('2'))).toThrow('below zero')
})

test('rounds as whole numbers of any size would, to the largest amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 52 - 1 }), (hundredMillionths) => {
      const value = decimal(shown(hundredMillionths))
      expect(decimal(decimalToString(value))).toBe(value)
      const exact = (BigInt(hundredMillionths) + 500_000n) / 1_000_000n
      expect(centsRoundedHalfUp(value)).toBe(Number(exact))
    }),
  )
})

test('rounds right around every half cent, to the largest amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_500_000_000 - 1 }), (cents) => {
      const half = cents * 1_000_000 + 500_000
      expect(centsRoundedHalfUp(decimal(shown(half - 1)))).toBe(cents)
      expect(centsRoundedHalfUp(decimal(shown(half)))).toBe(cents + 1)
    }),
  )
})

/** As the register writes it, with all eight places. */
function shown(hundredMillionths: number): string {
  const digits = String(hundredMillionths).padStart(9, '0')
  return `${digits.slice(0, -8)}.${digits.slice(-8)}`
}
