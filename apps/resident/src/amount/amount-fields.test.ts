import { expect, test } from 'vitest'
import {
  amountAboveZero,
  amountFields,
  type AmountForm,
  amountTyped,
  isEmptyAmount,
  noAmount,
} from './amount-fields.ts'

test.each<[string, number | undefined, string]>([
  ['5', 500, 'whole euros'],
  ['12,50', 1250, 'with a comma'],
  ['5,5', 550, 'one digit is tens of cents'],
  ['€ 5.50', 550, 'with a point, and with the sign'],
  [' 0,01 ', 1, 'with room around it'],
  ['0', 0, 'nothing is an amount, too'],
  ['12,505', undefined, 'no smaller than a cent'],
  ['1.000', undefined, 'three digits behind a point could mean anything'],
  ['1.000,00', undefined, 'nor are thousands set apart'],
  ['-5', undefined, 'never below zero'],
  ['vijf', undefined, 'in digits'],
  ['', undefined, 'nothing was typed'],
])('J3, M8: %j euros are %s cents: %s', (euros, value) => {
  expect(amountTyped({ ...noAmount, euros }, 'money')).toBe(value)
})

test.each<[string, string, number | undefined, string]>([
  ['2', '30', 9000, 'in hours and minutes'],
  ['', '5', 300, 'in minutes only'],
  ['10', '', 36_000, 'in hours only'],
  ['0', '0', 0, 'nothing is an amount, too'],
  ['1', '60', undefined, 'sixty minutes are an hour'],
  ['1,5', '', undefined, 'in whole hours'],
])('J3, M8: %j hours and %j minutes are %s seconds: %s', (hours, minutes, value) => {
  expect(amountTyped({ ...noAmount, hours, minutes }, 'time')).toBe(value)
})

test.each([
  ['3', 3],
  ['0', 0],
  ['2,5', undefined],
])('J3, M8: %j actions are %s', (actions, value) => {
  expect(amountTyped({ ...noAmount, actions }, 'count')).toBe(value)
})

test.each<[Partial<AmountForm>, 'money' | 'time' | 'count', number | undefined]>([
  [{ euros: '0,01' }, 'money', 1],
  [{ euros: '0' }, 'money', undefined],
  [{ hours: '0', minutes: '0' }, 'time', undefined],
  [{}, 'time', undefined],
  [{ actions: '0' }, 'count', undefined],
])('M8: where it has to be above zero, %o in %s is %s', (fields, unit, value) => {
  expect(amountAboveZero({ ...noAmount, ...fields }, unit)).toBe(value)
})

test.each([
  [{ unit: 'money', value: 1250 }, { euros: '12,50' }],
  [
    { unit: 'time', value: 9060 },
    { hours: '2', minutes: '31' },
  ],
  [{ unit: 'count', value: 5 }, { actions: '5' }],
] as const)('%o fills the fields as one would type it, and is read as it was', (amount, fields) => {
  const filled = amountFields(amount, ',')
  expect(filled).toEqual({ ...noAmount, ...fields })
  expect(amountTyped(filled, amount.unit)).toBe(amount.value)
})

test('is empty only where nothing was typed', () => {
  expect(isEmptyAmount({ ...noAmount, euros: ' ' })).toBe(true)
  expect(isEmptyAmount({ ...noAmount, minutes: '5' })).toBe(false)
})
