import { describe, expect, test } from 'vitest'
import { fieldsOf, isEmptyPart, partOf, type Unit } from './part.ts'

describe('J3: a part of the balance', () => {
  test.each<[Unit, [string, string], number | undefined, string]>([
    ['money', ['12,50', ''], 1250, 'with a comma'],
    ['money', ['12.5', ''], 1250, 'with a point, and one digit is tens of cents'],
    ['money', ['€ 12', ''], 1200, 'with the sign, in whole euros'],
    ['money', ['12,505', ''], undefined, 'no smaller than a cent'],
    ['money', ['1.000,00', ''], undefined, 'a point that is no decimal one could mean anything'],
    ['money', ['-5', ''], undefined, 'never below zero'],
    ['time', ['3', '20'], 12_000, 'in hours and minutes'],
    ['time', ['', '45'], 2700, 'in minutes only'],
    ['time', ['2', ''], 7200, 'in hours only'],
    ['time', ['1', '60'], undefined, 'sixty minutes are an hour'],
    ['count', ['7', ''], 7, 'in actions'],
    ['count', ['7,5', ''], undefined, 'in whole actions'],
  ])('%s %j is %s: %s', (unit, [main, minutes], value) => {
    expect(partOf({ main, minutes }, unit)).toBe(value)
  })

  test.each<[Unit, number]>([
    ['money', 1205],
    ['time', 12_000],
    ['count', 7],
  ])('in %s is filled in as it is read: %s', (unit, value) => {
    expect(partOf(fieldsOf({ unit, value }, ','), unit)).toBe(value)
  })

  test('is empty only where nothing was typed', () => {
    expect(isEmptyPart({ main: ' ', minutes: '' })).toBe(true)
    expect(isEmptyPart({ main: '', minutes: '5' })).toBe(false)
  })
})
