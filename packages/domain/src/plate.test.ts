import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countrySigns } from './country-sign.ts'
import {
  displayPlate,
  isSamePlate,
  normalisePlate,
  parsePlate,
  plate,
  plateWarning,
  sideCode,
} from './plate.ts'

describe('F1: a plate, first of all', () => {
  test.each`
    typed          | kept         | because
    ${'gbb-01-b'}  | ${'GBB01B'}  | ${'small letters and dashes are notation'}
    ${' 12 ab 34'} | ${'12AB34'}  | ${'so are spaces'}
    ${'LÖ-AB 123'} | ${'LOAB123'} | ${'scanners read the German Ö as an O'}
    ${'é1.b/2_c3'} | ${'E1B2C3'}  | ${'accents and punctuation go'}
    ${'--'}        | ${''}        | ${'notation alone is nothing'}
  `('"$typed" is kept as "$kept": $because', ({ typed, kept }) => {
    expect(normalisePlate(typed)).toBe(kept)
  })

  test('normalising twice is normalising once', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(normalisePlate(normalisePlate(text))).toBe(normalisePlate(text))
      }),
    )
  })

  test.each`
    typed             | parsed                                       | because
    ${'GBB-01-B'}     | ${{ number: 'GBB01B', country: 'NL' }}       | ${'the Netherlands go without saying'}
    ${'A'.repeat(25)} | ${{ number: 'A'.repeat(25), country: 'NL' }} | ${'the register holds 25 characters'}
    ${'A'.repeat(26)} | ${undefined}                                 | ${'and no more'}
    ${'-'}            | ${undefined}                                 | ${'nothing is left of it'}
  `('"$typed" is parsed to $parsed: $because', ({ typed, parsed }) => {
    expect(parsePlate(typed)).toEqual(parsed)
  })

  test('text that is known to be a plate and is none is a fault', () => {
    expect(() => plate('-')).toThrow('not a plate')
  })

  test('the same number from two countries is two plates', () => {
    expect(isSamePlate(plate('AB123'), plate('ab-123'))).toBe(true)
    expect(isSamePlate(plate('AB123', 'B'), plate('AB123', 'D'))).toBe(false)
  })
})

describe('side codes', () => {
  test.each`
    number      | code         | shown
    ${'AB1234'} | ${1}         | ${'AB-12-34'}
    ${'1234AB'} | ${2}         | ${'12-34-AB'}
    ${'12AB34'} | ${3}         | ${'12-AB-34'}
    ${'AB12CD'} | ${4}         | ${'AB-12-CD'}
    ${'ABCD12'} | ${5}         | ${'AB-CD-12'}
    ${'12ABCD'} | ${6}         | ${'12-AB-CD'}
    ${'12ABC3'} | ${7}         | ${'12-ABC-3'}
    ${'1ABC23'} | ${8}         | ${'1-ABC-23'}
    ${'AB123C'} | ${9}         | ${'AB-123-C'}
    ${'A123BC'} | ${10}        | ${'A-123-BC'}
    ${'GBB01B'} | ${11}        | ${'GBB-01-B'}
    ${'A12BCD'} | ${12}        | ${'A-12-BCD'}
    ${'1AB234'} | ${13}        | ${'1-AB-234'}
    ${'123AB4'} | ${14}        | ${'123-AB-4'}
    ${'AA12'}   | ${undefined} | ${'AA-12'}
    ${'CDJ012'} | ${undefined} | ${'CDJ012'}
  `('$number has side code $code and is shown as $shown', ({ number, code, shown }) => {
    expect(sideCode(number)).toBe(code)
    expect(displayPlate(plate(number))).toBe(shown)
  })

  test('no plate fits two forms', () => {
    const shapes = Array.from({ length: 64 }, (_, bits) =>
      Array.from({ length: 6 }, (_each, index) => ((bits >> index) & 1 ? 'A' : '1')).join(''),
    )
    const codes = shapes.flatMap((shape) => sideCode(shape) ?? [])
    expect(codes.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
  })
})

describe('displayPlate', () => {
  test.each`
    typed      | shown       | because
    ${''}      | ${''}       | ${'nothing was typed yet'}
    ${'GB'}    | ${'GB'}     | ${'a dash comes with what follows it'}
    ${'GBB'}   | ${'GBB'}    | ${'GB-BX-99 is still possible'}
    ${'GBB0'}  | ${'GBB-0'}  | ${'only GBB-01-B is left'}
    ${'12A'}   | ${'12-A'}   | ${'every form with two digits first has it'}
    ${'AB12'}  | ${'AB-12'}  | ${'all three forms agree'}
    ${'AB123'} | ${'AB-123'} | ${'of XX-99-99 and XX-999-X only the first dash is certain'}
  `('"$typed" is shown as "$shown" while typing: $because', ({ typed, shown }) => {
    expect(displayPlate({ number: typed, country: 'NL' })).toBe(shown)
  })

  test('a plate from abroad keeps its characters and tells its country', () => {
    expect(displayPlate(plate('1-ABC-234', 'B'))).toBe('1ABC234 (B)')
  })

  test('what is shown is read back as the same plate', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{1,25}$/), (number) => {
        expect(normalisePlate(displayPlate(plate(number)))).toBe(number)
      }),
    )
  })
})

test.each`
  number       | country | warning         | because
  ${'GBB01B'}  | ${'NL'} | ${undefined}    | ${'it has a side code'}
  ${'CDJ012'}  | ${'NL'} | ${'noSideCode'} | ${'diplomats have none: a doubt, not a refusal'}
  ${'GBB01'}   | ${'NL'} | ${'noSideCode'} | ${'a character is missing'}
  ${'1ABC234'} | ${'B'}  | ${undefined}    | ${'other countries have other forms'}
`('$number ($country) is warned of with $warning: $because', ({ number, country, warning }) => {
  expect(plateWarning(plate(number, country))).toBe(warning)
})

test('every country sign has a name', () => {
  const names = new Intl.DisplayNames(['nl'], { type: 'region', fallback: 'none' })
  const nameless = Object.values(countrySigns).filter((code) => names.of(code) === undefined)
  expect(nameless).toEqual([])
})
