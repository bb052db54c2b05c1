import { describe, expect, test } from 'vitest'
import { aYearFrom, listMissing, toIssue, toldByField } from './issue.ts'

const filled = {
  productType: 'BEZOEK',
  area: 'A',
  email: 'anna@example.com',
  validFrom: '2026-03-02',
  validUntil: '2026-03-29',
  plates: ' GB-001-B,\n1TRK39 ; ',
  rightsQuantity: '2',
  language: 'en',
}

describe('issuing from the form', () => {
  test('has the last day whole, by the clock of the municipality', () => {
    expect(toIssue(filled, 'Europe/Amsterdam')).toEqual({
      productType: 'BEZOEK',
      area: 'A',
      email: 'anna@example.com',
      validFrom: '2026-03-01T23:00:00Z',
      // That last day has 23 hours.
      validUntil: '2026-03-29T22:00:00Z',
      plates: [{ number: 'GB-001-B' }, { number: '1TRK39' }],
      rightsQuantity: 2,
      language: 'en',
    })
  })

  test('leaves out what was left empty', () => {
    const sent = toIssue({ ...filled, plates: '', rightsQuantity: '' }, 'Europe/Amsterdam')
    expect(sent).not.toHaveProperty('rightsQuantity')
    expect(sent.plates).toEqual([])
  })

  test('is for a year from today, unless told otherwise', () => {
    expect(aYearFrom(Temporal.PlainDate.from('2027-03-01'))).toEqual({
      validFrom: '2027-03-01',
      validUntil: '2028-02-29',
    })
  })
})

describe('what is wrong with the form', () => {
  test('is what is missing', () => {
    const missing = listMissing({ ...filled, validUntil: '', email: '' })
    expect(missing).toEqual(['email', 'validUntil'])
  })

  test('is what the server says of each field, once', () => {
    const told = toldByField([
      { pointer: '/plates/1/number', detail: 'no plate' },
      { pointer: '/plates/2/number', detail: 'no plate either' },
      { pointer: '/somewhere', detail: 'else' },
    ])
    expect([...told]).toEqual([['plates', 'no plate']])
  })
})
