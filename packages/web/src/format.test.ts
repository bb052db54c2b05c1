import { describe, expect, test } from 'vitest'
import { formatBalance, formatCost, formatDuration } from './format.ts'

/** Intl keeps an amount and its unit together with spaces that do not break. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ')

describe('amounts', () => {
  test.each([
    { unit: 'money', value: 240, nl: '€ 2,40', en: '€2.40' },
    { unit: 'money', value: 123_456, nl: '€ 1.234,56', en: '€1,234.56' },
    { unit: 'time', value: 4800, nl: '1 u 20 min', en: '1h 20m' },
    { unit: 'time', value: 4801, nl: '1 u 21 min', en: '1h 21m' },
    { unit: 'time', value: 3600, nl: '1 u', en: '1h' },
    { unit: 'count', value: 1, nl: '1 actie', en: '1 action' },
    { unit: 'count', value: 2, nl: '2 acties', en: '2 actions' },
  ] as const)('a cost of $unit $value reads $nl, and $en', ({ unit, value, nl, en }) => {
    expect(plain(formatCost({ unit, value }, 'nl'))).toBe(nl)
    expect(plain(formatCost({ unit, value }, 'en'))).toBe(en)
  })

  test.each([
    { unit: 'money', value: 3860, nl: '€ 38,60', en: '€38.60' },
    { unit: 'time', value: 12_000, nl: '3 uur 20 min', en: '3 hours 20 mins' },
    { unit: 'time', value: 12_059, nl: '3 uur 20 min', en: '3 hours 20 mins' },
    { unit: 'time', value: 0, nl: '0 min', en: '0 mins' },
    { unit: 'count', value: 12, nl: '12 acties', en: '12 actions' },
  ] as const)('a balance of $unit $value reads $nl, and $en', ({ unit, value, nl, en }) => {
    expect(plain(formatBalance({ unit, value }, 'nl'))).toBe(nl)
    expect(plain(formatBalance({ unit, value }, 'en'))).toBe(en)
  })
})

test('a duration of less than an hour has no hours', () => {
  expect(plain(formatDuration(1260, 'nl', 'long'))).toBe('21 min')
})
