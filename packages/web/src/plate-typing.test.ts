import { describe, expect, test } from 'vitest'
import { afterEdit } from './plate-typing.ts'

/** `|` is the caret. What is left of `→` stands in the field after the key, before we look at it. */
function edit(before: string, field: string, inputType = 'insertText', country = 'NL') {
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
    ['', '1|', '1|', 'one character has no dash yet'],
    ['12', '12g|', '12-G|', 'the dash comes with the character behind it'],
    ['12', '12-|', '12|', 'a dash that is typed comes by itself later'],
    ['12GB', '12-GBb|', '12-GBB|', 'the caret stays behind what was typed'],
    ['12BB3', '12-g|BB-3', '12-G|BB-3', 'in the middle the caret stays in the middle'],
    ['', 'gb-001-b|', 'GB-001-B|', 'dashes may be typed or pasted along'],
    ['', ' xx 99 yy |', 'XX-99-YY|', 'so may spaces'],
    ['12GBB3', 'öé1|', 'OE-1|', 'accents are notation, too'],
  ])('from %s, %s becomes %s, because %s', (before, field, after) => {
    expect(edit(before, field)).toBe(after)
  })

  test('a plate from abroad gets no dashes', () => {
    expect(edit('1ABC23', '1ABC234|', 'insertText', 'B')).toBe('1ABC234|')
  })

  test('nothing longer than the register holds is kept', () => {
    expect(edit('', `${'A'.repeat(40)}|`)).toBe(`${'A'.repeat(25)}|`)
  })
})

describe('deleting in a plate', () => {
  test.each([
    [
      '12GBB3',
      '12-GBB-|',
      'deleteContentBackward',
      '12-GBB|',
      'the last character goes, its dash too',
    ],
    ['12GBB3', '12|GBB-3', 'deleteContentBackward', '1|G-BB-3', 'Backspace passes over a dash'],
    ['12GBB3', '12|GBB-3', 'deleteContentForward', '12|-BB-3', 'Delete passes over a dash'],
    [
      '12GBB3',
      '|GBB-3',
      'deleteContentBackward',
      '|GB-B3',
      'a selection that goes leaves the caret',
    ],
    ['12GBB3', '|', 'deleteContentBackward', '|', 'everything may go at once'],
  ])('in %s, %s after %s leaves %s, because %s', (before, field, inputType, after) => {
    expect(edit(before, field, inputType).replaceAll('-', '')).toBe(after.replaceAll('-', ''))
  })

  test('Backspace at the very start changes nothing', () => {
    expect(edit('12GBB3', '|12-GBB-3', 'deleteContentBackward')).toBe('|12-GBB-3')
  })
})
