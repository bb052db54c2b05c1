import { describe, expect, test } from 'vitest'
import { formatBalance, formatCost, formatDuration } from './format.ts'

/** Intl keeps an amount and its unit together with spaces that do not break. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ')

describe('amounts', () => {
  test.each([
    ['money', 240, '€ 2,40', '€2.40'],
    ['money', 123_456, '€ 1.234,56', '€1,234.56'],
    ['time', 4800, '1 u 20 min', '1h 20m'],
    ['time', 4801, '1 u 21 min', '1h 21m'],
    ['time', 3600, '1 u', '1h'],
    ['count', 1, '1 actie', '1 action'],
    ['count', 2, '2 acties', '2 actions'],
  ] as const)('a cost of %s %i reads %s, and %s', (unit, value, nl, en) => {
    expect(plain(formatCost({ unit, value }, 'nl'))).toBe(nl)
    expect(plain(formatCost({ unit, value }, 'en'))).toBe(en)
  })

  test.each([
    ['money', 3860, '€ 38,60', '€38.60'],
    ['time', 12_000, '3 uur 20 min', '3 hours 20 mins'],
    ['time', 12_059, '3 uur 20 min', '3 hours 20 mins'],
    ['time', 0, '0 min', '0 mins'],
    ['count', 12, '12 acties', '12 actions'],
  ] as const)('a balance of %s %i reads %s, and %s', (unit, value, nl, en) => {
    expect(plain(formatBalance({ unit, value }, 'nl'))).toBe(nl)
    expect(plain(formatBalance({ unit, value }, 'en'))).toBe(en)
  })
})

test('a duration of less than an hour has no hours', () => {
  expect(plain(formatDuration(1260, 'nl', 'long'))).toBe('21 min')
})
