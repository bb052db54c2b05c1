import { describe, expect, test } from 'vitest'
import { afterEdit } from './plate-typing.ts'

/** `|` is the caret, in the field as the browser left it and as we leave it. */
type Key = {
  readonly before?: string
  readonly field: string
  readonly inputType?: string
  readonly country?: string
}

function edit({ before = '', field, inputType = 'insertText', country = 'NL' }: Key): string {
  const { text, caret } = afterEdit({
    before,
    text: field.replace('|', ''),
    caret: field.indexOf('|'),
    inputType,
    country,
  })
  return `${text.slice(0, caret)}|${text.slice(caret)}`
}

describe('typing a plate', () => {
  test.each([
    { field: '1|', after: '1|', because: 'one character has no dash yet' },
    { before: '12', field: '12g|', after: '12-G|', because: 'the dash comes along' },
    { before: '12', field: '12-|', after: '12|', because: 'a typed dash comes by itself later' },
    { before: '12GB', field: '12-GBb|', after: '12-GBB|', because: 'the caret stays behind' },
    { before: '12BB3', field: '12-g|BB-3', after: '12-G|BB-3', because: 'also in the middle' },
    { field: 'gb-001-b|', after: 'GB-001-B|', because: 'dashes may be pasted along' },
    { field: ' xx 99 yy |', after: 'XX-99-YY|', because: 'so may spaces' },
    { field: 'öé1|', after: 'OE-1|', because: 'accents are notation, too' },
  ])('$field becomes $after: $because', ({ after, ...key }) => {
    expect(edit(key)).toBe(after)
  })

  test('a plate from abroad gets no dashes', () => {
    expect(edit({ before: '1ABC23', field: '1ABC234|', country: 'B' })).toBe('1ABC234|')
  })

  test('nothing longer than the register holds is kept', () => {
    expect(edit({ field: `${'A'.repeat(40)}|` })).toBe(`${'A'.repeat(25)}|`)
  })
})

describe('deleting in a plate', () => {
  const before = '12GBB3'
  const inputType = 'deleteContentBackward'

  test('Backspace passes over a dash to the character before it', () => {
    expect(edit({ before, inputType, field: '12|GBB-3' })).toBe('1|-GBB-3')
  })

  test('Delete passes over a dash to the character after it', () => {
    const field = '12|GBB-3'
    expect(edit({ before, field, inputType: 'deleteContentForward' })).toBe('12|-BB-3')
  })

  test('the last character takes its dash along', () => {
    expect(edit({ before, inputType, field: '12-GBB-|' })).toBe('12-GBB|')
  })

  test('everything may go at once', () => {
    expect(edit({ before, inputType, field: '|' })).toBe('|')
  })

  test('Backspace at the very start changes nothing', () => {
    expect(edit({ before, inputType, field: '|12-GBB-3' })).toBe('|12-GBB-3')
  })
})
