import { expect, test } from 'vitest'
import { foundLocations } from './locations.ts'

const anHour = { unit: 'money' as const, value: 270 }
const all = [
  { id: '1', code: 'Z101', name: 'Centrum', anHour },
  { id: '2', code: 'Z102', name: 'Singelkwartier Noord', anHour },
]

test.each`
  search            | found         | because
  ${''}             | ${['1', '2']} | ${'nothing is searched for'}
  ${'centr'}        | ${['1']}      | ${'a part of the name'}
  ${' z102 '}       | ${['2']}      | ${'the code on the sign'}
  ${'noord singel'} | ${['2']}      | ${'words in any order'}
  ${'haven'}        | ${[]}         | ${'there is no such location'}
`('O2: "$search" finds $found: $because', ({ search, found }) => {
  expect(foundLocations(all, search).map(({ id }) => id)).toEqual(found)
})
