/** The tables of second factors and passkeys. Their meaning stands in the SQL. */
import type { Generated } from 'kysely'

type Instant = Temporal.Instant

type AuthenticatorApps = {
  readonly account_id: string
  readonly sealed_secret: Buffer
  readonly last_used_step: number
  readonly created_at: Instant
  readonly confirmed_at: Generated<Instant | null>
}

type RecoveryCodes = {
  readonly account_id: string
  readonly code_hash: Buffer
  readonly salt: Buffer
}

type Passkeys = {
  readonly id: string
  readonly account_id: string
  readonly credential_id: string
  readonly public_key: Buffer
  readonly use_count: number
  readonly transports: readonly string[]
  readonly name: string
  readonly created_at: Instant
  readonly last_used_at: Generated<Instant | null>
}

type PasskeyChallenges = {
  readonly challenge_hash: Buffer
  readonly purpose: 'add' | 'signIn'
  readonly account_id: string | null
  readonly expires_at: Instant
}

type PendingSignIns = {
  readonly token_hash: Buffer
  readonly account_id: string
  readonly is_remembered: boolean
  readonly tries: Generated<number>
  readonly expires_at: Instant
}

export type SecondFactorTables = {
  readonly authenticator_apps: AuthenticatorApps
  readonly recovery_codes: RecoveryCodes
  readonly passkeys: Passkeys
  readonly passkey_challenges: PasskeyChallenges
  readonly pending_sign_ins: PendingSignIns
}
