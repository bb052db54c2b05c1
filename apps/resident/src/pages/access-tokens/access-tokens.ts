/** What programs of one's own may do, read from the API and said in words. */
import { type OutputOf, ProblemAnswer } from '@2park/web/api'
import { read } from '@2park/web/read'
import type { AmountForm } from '#amount/amount-fields.ts'
import { draftsOf } from '#drafts.ts'
import { m } from '#paraglide/messages.js'
import type { Product } from '#products.ts'

export type AccessToken = OutputOf<'GET /account/access-tokens'>['accessTokens'][number]
export type Scope = AccessToken['scope']

/** What the form of a new one holds; React Hook Form writes in it. */
export type TokenForm = {
  name: string
  scope: Scope
  /** Empty for all of them. */
  productId: string
  lifetimeDays: '30' | '90' | '365'
}

export const tokenDrafts = draftsOf<TokenForm>('access token')
export const limitDrafts = draftsOf<AmountForm>('limit of an access token')

export const accessTokensRead = read('GET /account/access-tokens', {})

const scopeTexts: Readonly<Record<Scope, () => string>> = {
  read: m.token_may_read,
  park: m.token_may_park,
  calendar: m.token_is_calendar,
}

export function scopeText(scope: Scope): string {
  return scopeTexts[scope]()
}

export function productText({ name, organisation, location }: Product): string {
  return `${name}, ${organisation.name}, ${location}`
}

/** It is too long ago that somebody showed who they are: the API asks for the password once more. */
export function isPasswordNeeded(error: Error | null): boolean {
  return error instanceof ProblemAnswer && error.problem.code === 'passwordNeeded'
}
