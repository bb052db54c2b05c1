import { expect, test } from 'vitest'
import { lookAlikes } from './look-alike.ts'
import { plate } from './plate.ts'

test.each`
  typed       | known       | found    | because
  ${'GB801B'} | ${'GBB01B'} | ${true}  | ${'B and 8'}
  ${'O12AB3'} | ${'012AB3'} | ${true}  | ${'O and 0'}
  ${'I2SZ5B'} | ${'1252S8'} | ${true}  | ${'all five pairs, in both directions'}
  ${'GBB01B'} | ${'GBB01B'} | ${false} | ${'it is the plate itself'}
  ${'GBB01B'} | ${'GBB02B'} | ${false} | ${'1 and 2 look different'}
  ${'GBB01B'} | ${'GBB01'}  | ${false} | ${'a character is missing'}
`('$typed takes after $known: $found, because $because', ({ typed, known, found }) => {
  expect(lookAlikes(plate(typed), [plate(known)])).toEqual(found ? [plate(known)] : [])
})

test('plates of two countries are never mistaken for one another', () => {
  expect(lookAlikes(plate('GB801B'), [plate('GBB01B', 'B')])).toEqual([])
})
