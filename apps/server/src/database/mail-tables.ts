/** The tables of mails, as part of `tables.ts`. */
import type { Generated } from 'kysely'

type Instant = Temporal.Instant

type Outbox = {
  readonly id: string
  readonly organisation_id: string | null
  readonly kind: string
  readonly language: 'nl' | 'en'
  readonly recipient: string | null
  readonly content: unknown
  readonly created_at: Instant
  readonly next_try_at: Instant
  readonly tries: Generated<number>
  readonly sent_at: Instant | null
  readonly given_up_at: Instant | null
  readonly last_error: string | null
}

type DemoMails = {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly attachments: unknown
  readonly received_at: Instant
}

export type MailTables = {
  readonly outbox: Outbox
  readonly demo_mails: DemoMails
}
