import { beforeEach, describe, expect, test } from 'vitest'
import { draftsOf, dropDrafts, keepDraftsOf } from './drafts.ts'

const { of: draftOf, keep: keepDraft, drop: dropDraft } = draftsOf<{ plate: string }>('session')
const draft = { plate: 'GBB01B' }
const empty = { plate: '' }

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

  test('of one form is none of another', () => {
    keepDraft('product', draft)
    expect(draftsOf('favourite').of('product')).toBeUndefined()
  })
})
