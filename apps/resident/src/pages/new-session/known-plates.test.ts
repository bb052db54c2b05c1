import { describe, expect, test } from 'vitest'
import { found, probablyMeant } from './known-plates.ts'

const plate = (number: string, country = 'NL') => ({ number, country })
const riet = { plate: plate('12GBB3'), name: 'Oma Riet' }
const plumber = { plate: plate('GB001B'), name: 'Loodgieter' }
const visitor = { plate: plate('TFD99K') }

describe('F6: searching among known plates', () => {
  test.each([
    ['', [riet, plumber, visitor], 'nothing is asked'],
    ['riet', [riet], 'names are found in any case'],
    ['gb-0', [plumber], 'plates are found with dashes'],
    ['gb', [riet, plumber], 'anywhere in the plate'],
    ['--', [], 'what has no letters matches no plate'],
  ])('%s', (search, expected) => {
    expect(found([riet, plumber, visitor], search)).toEqual(expected)
  })
})

describe('did you mean', () => {
  const known = { favourites: [riet, plumber], recent: [visitor] }

  test('asks for a known plate that differs in a look-alike only', () => {
    expect(probablyMeant(plate('GBO01B'), known)).toBe(plumber)
  })

  test('says nothing about a plate that is known itself', () => {
    expect(probablyMeant(plate('GB001B'), known)).toBeUndefined()
  })

  test('says nothing about a plate from another country', () => {
    expect(probablyMeant(plate('GBO01B', 'GB'), known)).toBeUndefined()
  })
})
