import { beforeEach, describe, expect, test } from 'vitest'
import { draftOf, dropDraft, dropDrafts, keepDraft, keepDraftsOf } from './drafts.ts'
import { emptyForm } from './form.ts'

const empty = emptyForm(Temporal.Instant.from('2026-03-02T10:00:00+01:00'), 'Europe/Amsterdam')
const draft = { ...empty, plate: { number: 'GBB01B', country: 'NL' } }

beforeEach(() => {
  dropDrafts()
  keepDraftsOf('anna')
})

describe('a draft', () => {
  test('A9: is there again for the same account', () => {
    keepDraft('product', draft)
    keepDraftsOf('anna')
    expect(draftOf('product')).toEqual(draft)
  })

  test('is gone for anybody else, and does not come back', () => {
    keepDraft('product', draft)
    keepDraftsOf('eve')
    expect(draftOf('product')).toBeUndefined()
    keepDraftsOf('anna')
    expect(draftOf('product')).toBeUndefined()
  })

  test('is gone when its form is done with', () => {
    keepDraft('product', draft)
    keepDraft('other', empty)
    dropDraft('product')
    expect([draftOf('product'), draftOf('other')]).toEqual([undefined, empty])
  })
})
