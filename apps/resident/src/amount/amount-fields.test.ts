import { expect, test } from 'vitest'
import { amountFields, amountTyped } from './amount-fields.ts'

const none = { euros: '', hours: '', minutes: '', actions: '' }

test.each([
  ['5', 500],
  ['5,5', 550],
  ['€ 5.50', 550],
  [' 0,01 ', 1],
  ['0', undefined],
  ['1.000', undefined],
  ['-5', undefined],
  ['vijf', undefined],
  ['', undefined],
])('M8: %j euros are %s cents', (euros, value) => {
  expect(amountTyped({ ...none, euros }, 'money')).toBe(value)
})

test.each([
  ['2', '30', 9000],
  ['', '5', 300],
  ['10', '', 36_000],
  ['0', '0', undefined],
  ['1', '60', undefined],
  ['1,5', '', undefined],
])('M8: %j hours and %j minutes are %s seconds', (hours, minutes, value) => {
  expect(amountTyped({ ...none, hours, minutes }, 'time')).toBe(value)
})

test.each([
  ['3', 3],
  ['0', undefined],
  ['2,5', undefined],
])('M8: %j actions are %s', (actions, value) => {
  expect(amountTyped({ ...none, actions }, 'count')).toBe(value)
})

test.each([
  [{ unit: 'money', value: 1250 }, { euros: '12,50' }],
  [
    { unit: 'time', value: 9060 },
    { hours: '2', minutes: '31' },
  ],
  [{ unit: 'count', value: 5 }, { actions: '5' }],
] as const)('%o fills the fields as one would type it', (amount, fields) => {
  expect(amountFields(amount, ',')).toEqual({ ...none, ...fields })
})
