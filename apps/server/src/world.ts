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

/** Who asks: a signed-in person. */
export type Actor = { readonly accountId: string }

/** Who asks: a permit shop, on behalf of one municipality. */
export type Shop = { readonly shopId: string; readonly organisationId: string }
