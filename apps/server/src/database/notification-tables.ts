/** The tables of telling people in time. Their meaning stands in the SQL. */
import type { Generated } from 'kysely'

type Instant = Temporal.Instant

type Wish = {
  readonly account_id: string
  readonly kind: string
  readonly by_mail: boolean
  readonly by_push: boolean
}

type PushSubscriptions = {
  readonly sign_in_id: string
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
  readonly created_at: Instant
}

type PushMessages = {
  readonly id: string
  readonly sign_in_id: string
  readonly content: unknown
  readonly about: unknown
  readonly next_try_at: Instant
  readonly tries: Generated<number>
  readonly expires_at: Instant
}

type Reminders = {
  readonly session_id: string
  readonly kind: string
  readonly turn_at: Instant
  readonly due_at: Instant
  readonly done_at: Instant | null
}

export type NotificationTables = {
  readonly notification_choices: Wish
  readonly notification_wishes: Wish
  readonly push_subscriptions: PushSubscriptions
  readonly push_messages: PushMessages
  readonly reminders: Reminders
}
