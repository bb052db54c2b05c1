/** The tables of accounts, of what signs in to them, and of what keeps others out. */
import type { Generated } from 'kysely'

type Instant = Temporal.Instant

type Accounts = {
  readonly id: string
  readonly email: string | null
  readonly password_hash: string | null
  readonly created_at: Instant
  readonly language: Generated<'nl' | 'en'>
  readonly plates_in_pushes: Generated<boolean>
  readonly longer_messages: Generated<boolean>
  readonly password_changed_at: Instant | null
  readonly closed_at: Instant | null
}

type SignIns = {
  readonly id: string
  readonly account_id: string
  readonly created_at: Instant
  readonly seen_at: Instant
  readonly expires_at: Instant
  readonly is_remembered: Generated<boolean>
  readonly browser: string | null
  readonly system: string | null
  readonly confirmed_at: Generated<Instant | null>
  readonly kind: Generated<'app' | 'twoPark'>
  readonly access_token_id: string | null
}

type SignInTokens = {
  readonly token_hash: Buffer
  readonly sign_in_id: string
  readonly issued_at: Instant
  readonly first_seen_at: Instant | null
  readonly replaced_at: Instant | null
}

type PasswordResets = {
  readonly token_hash: Buffer
  readonly email: string
  readonly expires_at: Instant
}

type EmailChanges = {
  readonly token_hash: Buffer
  readonly account_id: string
  readonly email: string
  readonly expires_at: Instant
}

type StartProducts = {
  readonly account_id: string
  readonly product_id: string
}

type SpentProofs = {
  readonly signature: Buffer
  readonly expires_at: Instant
}

type SigningKeys = {
  readonly purpose: string
  readonly value: Buffer
}

type RateLimits = {
  readonly key: string
  readonly window_starts: Instant
  readonly tries: number
}

export type AccountTables = {
  readonly accounts: Accounts
  readonly sign_ins: SignIns
  readonly sign_in_tokens: SignInTokens
  readonly password_resets: PasswordResets
  readonly email_changes: EmailChanges
  readonly start_products: StartProducts
  readonly spent_proofs: SpentProofs
  readonly signing_keys: SigningKeys
  readonly rate_limits: RateLimits
}
