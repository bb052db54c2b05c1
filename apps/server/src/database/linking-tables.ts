/** The tables of `tables.ts` that are about issuing products and linking them. */
import type { Generated } from 'kysely'

type Instant = Temporal.Instant

type PermitShops = {
  readonly id: string
  readonly organisation_id: string
  readonly name: string
  readonly token_hash: Buffer
  readonly webhook_address: string | null
  readonly webhook_secret: string | null
  readonly created_at: Generated<Instant>
}

type WebhookMessages = {
  readonly id: string
  readonly permit_shop_id: string
  readonly body: string
  readonly created_at: Instant
  readonly next_try_at: Instant | null
  readonly tries: Generated<number>
  readonly delivered_at: Instant | null
  readonly last_error: string | null
}

type ActivePlates = {
  readonly product_id: string
  readonly plate: string
  readonly country: string
  readonly starts_at: Instant
  readonly ends_at: Instant | null
}

type ProductPlates = {
  readonly product_id: string
  readonly plate: string
  readonly country: string
}

type Links = {
  readonly token_hash: Buffer
  readonly purpose: 'product' | 'delegation'
  readonly subject_id: string
  readonly way: 'mail' | 'direct'
  readonly email: string
  readonly created_at: Instant
  readonly expires_at: Instant
  readonly used_at: Instant | null
  readonly superseded_at: Instant | null
}

export type LinkingTables = {
  readonly product_plates: ProductPlates
  readonly active_plates: ActivePlates
  readonly links: Links
  readonly permit_shops: PermitShops
  readonly webhook_messages: WebhookMessages
}
