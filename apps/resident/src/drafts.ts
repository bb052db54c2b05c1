/**
 * What somebody was filling in when they were signed out, for when they are back (A9). It is kept in
 * memory only: nothing of it is left on the device, and it is for nobody but the same account.
 */
const kept = new Map<string, unknown>()
let owner: string | undefined

/** Whose drafts are kept from now on; those of anybody else go. */
export function keepDraftsOf(accountId: string): void {
  if (owner !== accountId) kept.clear()
  owner = accountId
}

export function dropDrafts(): void {
  kept.clear()
}

export type Drafts<Form> = {
  readonly of: (productId: string) => Form | undefined
  readonly keep: (productId: string, draft: Form) => void
  readonly drop: (productId: string) => void
}

/** Those of one form, which has a name of its own; one for each product. */
export function draftsOf<Form>(form: string): Drafts<Form> {
  const keyOf = (productId: string) => `${form} ${productId}`
  return {
    // Under a form's name is nothing but what that form has kept.
    of: (productId) => kept.get(keyOf(productId)) as Form | undefined,
    keep: (productId, draft) => void kept.set(keyOf(productId), draft),
    drop: (productId) => void kept.delete(keyOf(productId)),
  }
}
