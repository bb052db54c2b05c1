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
  readonly of: (about: string) => Form | undefined
  readonly keep: (about: string, draft: Form) => void
  readonly drop: (about: string) => void
}

/**
 * Those of one form, which has a name of its own; one for each thing that it can be about, mostly a
 * product. Passwords, codes and secrets are in none.
 */
export function draftsOf<Form>(form: string): Drafts<Form> {
  const keyOf = (about: string) => `${form} ${about}`
  return {
    // Under a form's name is nothing but what that form has kept.
    of: (about) => kept.get(keyOf(about)) as Form | undefined,
    keep: (about, draft) => void kept.set(keyOf(about), draft),
    drop: (about) => void kept.delete(keyOf(about)),
  }
}

/** What a form is about that is there once. */
export const ownAccount = 'account'
