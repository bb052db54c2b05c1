import type { Database } from '#database/database.ts'
import type { Secrets } from '#secrets.ts'

/** What the server is given from outside. Whoever holds it decides what time it is. */
export type World = {
  readonly db: Database
  readonly now: () => Temporal.Instant
  /** Where people reach us: whose writing calls we take, and what kind of cookie a browser gets. */
  readonly publicUrl: URL
  readonly secrets: Secrets
}

/** Who asks: a signed-in person, or a program in their name. */
export type Actor = {
  readonly accountId: string
  /** The token that a program asks with, where parking by it may cost only so much in a day. */
  readonly limitedTokenId?: string
}

/** Who asks: a permit shop, on behalf of one municipality. */
export type Shop = { readonly shopId: string; readonly organisationId: string }
