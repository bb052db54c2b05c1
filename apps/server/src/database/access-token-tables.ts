/** The tables of personal access tokens. Their meaning stands in the SQL. */
import type { Generated } from 'kysely'

type Instant = Temporal.Instant

type AccessTokens = {
  readonly id: string
  readonly account_id: string
  readonly name: string
  readonly scope: 'read' | 'park' | 'calendar'
  readonly token_hash: Buffer
  readonly product_id: string | null
  readonly day_limit: number | null
  readonly spent: Generated<number>
  readonly spent_on: Generated<Temporal.PlainDate | null>
  readonly created_at: Instant
  readonly expires_at: Instant | null
  readonly last_used_at: Generated<Instant | null>
  readonly feed_digest: Generated<Buffer | null>
  readonly feed_changed_at: Generated<Instant | null>
}

type AccessTokenSpending = {
  readonly token_id: string
  readonly spent_on: Temporal.PlainDate
  readonly parking_session_id: string
  readonly amount: number
}

export type AccessTokenTables = {
  readonly access_tokens: AccessTokens
  readonly access_token_spending: AccessTokenSpending
}
