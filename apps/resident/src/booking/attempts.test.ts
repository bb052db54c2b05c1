import { expect, test } from 'vitest'
import { createAttempts } from './attempts.ts'

function numbered() {
  let last = 0
  return createAttempts<string>(() => `key ${++last}`)
}

test('as long as nobody answered, the same wish is the same order under the same key', () => {
  const attempts = numbered()
  const first = attempts.of({ end: 'oneHour' }, () => 'until 14:05:10')
  expect(attempts.of({ end: 'oneHour' }, () => 'until 14:05:40')).toEqual(first)
})

test('another wish is another order', () => {
  const attempts = numbered()
  attempts.of({ end: 'oneHour' }, () => 'a')
  expect(attempts.of({ end: 'twoHours' }, () => 'b')).toMatchObject({ order: 'b', key: 'key 2' })
})

test('after an answer the same wish is asked anew', () => {
  const attempts = numbered()
  const wish = {}
  attempts.of(wish, () => 'a')
  attempts.answered()
  expect(attempts.of(wish, () => 'b')).toMatchObject({ order: 'b', key: 'key 2' })
})
