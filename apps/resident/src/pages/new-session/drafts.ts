/**
 * What somebody was filling in when they were signed out, for when they are back (A9). It is kept in
 * memory only: nothing of it is left on the device, and it is for nobody but the same account.
 */
import type { NewSessionForm } from './form.ts'

const drafts = new Map<string, NewSessionForm>()
let owner: string | undefined

/** Whose drafts are kept from now on; those of anybody else go. */
export function keepDraftsOf(accountId: string): void {
  if (owner !== accountId) drafts.clear()
  owner = accountId
}

export function draftOf(productId: string): NewSessionForm | undefined {
  return drafts.get(productId)
}

export function keepDraft(productId: string, draft: NewSessionForm): void {
  drafts.set(productId, draft)
}

export function dropDraft(productId: string): void {
  drafts.delete(productId)
}

export function dropDrafts(): void {
  drafts.clear()
}
