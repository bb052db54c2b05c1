/** The tables as the migrations leave them, for the compiler. Their meaning stands in the SQL. */
import type { BrandTokens } from '@2park/domain/branding'
import type { Generated } from 'kysely'
import type { AccessTokenTables } from './access-token-tables.ts'
import type { NotificationTables } from './notification-tables.ts'
import type { MailTables } from './mail-tables.ts'
import type { ProductUserTables } from './product-user-tables.ts'
import type { AccountTables } from './account-tables.ts'
import type { PeriodTables } from './period-tables.ts'
import type { SecondFactorTables } from './second-factor-tables.ts'
import type { TopUpTables } from './top-up-tables.ts'
import type { LinkingTables } from './linking-tables.ts'
import type { TwoParkTables } from './two-park-tables.ts'

type Instant = Temporal.Instant
type Unit = 'money' | 'time' | 'count' | 'none'
type ProductKind = 'visitor' | 'temporaryPlate' | 'plateSwitch' | 'prepaid' | 'pool'

type Organisations = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly time_zone: string
  readonly helpdesk_name: string
  readonly helpdesk_phone: string
  readonly permit_shop_name: Generated<string>
  readonly rules_revision: Generated<number>
  readonly plate_days: Generated<number>
  readonly logo: string | null
  readonly mail_logo: string | null
  readonly brand_tokens: BrandTokens | null
  readonly branding_version: Generated<number>
  readonly accessibility_statement: string | null
  readonly accessibility_email: string | null
  readonly two_park_code: string | null
  readonly two_park_open: Generated<boolean>
}

type Areas = {
  readonly id: string
  readonly organisation_id: string
  readonly code: string
  readonly name: string
  readonly paid_minutes_count: Generated<'perDay' | 'perSession'>
}

type Regulations = {
  readonly id: string
  readonly organisation_id: string
  readonly code: string
  readonly description: string
  readonly valid: DateRange
  readonly maximum_per_day: Decimal | null
}

type AreaRegulations = {
  readonly area_id: string
  readonly regulation_id: string
  readonly usage: 'visitors' | 'paid'
  readonly valid: DateRange
}

type TimeFrames = {
  readonly regulation_id: string
  readonly position: number
  readonly weekday: number | null
  readonly special_day: string | null
  readonly valid: DateRange
  readonly from_minute: number
  readonly until_minute: number
  readonly right_possible: boolean
  readonly fare_code: string | null
  readonly longest_stay_minutes: number | null
  readonly least_interruption_minutes: number | null
  readonly reset_minutes: number | null
}

type Fares = {
  readonly id: string
  readonly organisation_id: string
  readonly code: string
  readonly description: string
}

type FareParts = {
  readonly fare_id: string
  readonly position: number
  readonly valid: DateRange
  readonly from_minute: number
  readonly until_minute: number | null
  readonly step_minutes: number
  readonly amount_per_step: Decimal
}

type SpecialDays = {
  readonly organisation_id: string
  readonly on_date: Temporal.PlainDate
  readonly name: string
}

type ProductTypes = {
  readonly id: string
  readonly organisation_id: string
  readonly code: string
  readonly name: string
  readonly kind: ProductKind
  readonly unit: Unit
  readonly own_fare_id: string | null
  readonly end_of_day_deactivation: boolean
  readonly extension_allowed: boolean
  readonly max_duration_seconds: number | null
  readonly max_concurrent: number | null
  readonly max_days_ahead: number
  readonly delegations: Generated<'notAllowed' | 'plateOptional' | 'plateRequired'>
  readonly balance_period: 'month' | 'quarter' | 'year' | 'productYear' | null
  readonly period_grant: number | null
  readonly unused_balance: 'lapses' | 'carriesOver' | null
  readonly top_up_cap: number | null
  readonly top_up_cap_counts: 'price' | 'balance' | null
  readonly first_grant: number | null
}

type ProductTypeAreas = {
  readonly product_type_id: string
  readonly area_id: string
}

type Products = {
  readonly id: string
  readonly organisation_id: string
  readonly product_type_id: string
  readonly area_id: string
  readonly holder_id: string | null
  readonly holder_email: string | null
  readonly number: number
  readonly valid: InstantRange
  readonly blocked_at: Instant | null
  readonly issued_by: string | null
  readonly issued_at: Instant | null
  readonly language: 'nl' | 'en' | null
  readonly linked_at: Instant | null
  /** When the former holder let it go, and the version of its account then: what was before is theirs. */
  readonly released_at: Instant | null
  readonly released_version: number | null
  readonly ended_at: Instant | null
  readonly rights_quantity: number | null
}

type LedgerAccounts = {
  readonly id: string
  readonly organisation_id: string
  readonly kind: 'product' | 'delegation' | 'sales' | 'usage' | 'grants' | 'corrections'
  readonly unit: Unit
  readonly product_id: string | null
  readonly delegation_id: string | null
  readonly balance: number | null
  readonly version: number | null
  readonly booked_at: Instant | null
}

type LedgerEntries = {
  readonly organisation_id: string
  readonly account_id: string
  readonly cause: 'session' | 'grant' | 'topUp' | 'delegation' | 'correction'
  readonly cause_id: string
  readonly step: string
  readonly amount: number
  readonly balance_after: number | null
  readonly version: number | null
  readonly occurred_at: Instant
  readonly recorded_at: Generated<Instant>
}

type ParkingSessions = {
  readonly id: string
  readonly organisation_id: string
  readonly product_id: string
  readonly started_by: string
  readonly delegation_id: string | null
  readonly plate: string | null
  readonly country: string | null
  readonly starts_at: Instant
  readonly ends_at: Instant
  readonly open_ended: Generated<boolean>
  readonly area_id: string | null
  readonly cost: number
  readonly revision: Generated<number>
  readonly recorded_at: Generated<Instant>
  readonly deleted_at: Instant | null
  readonly stopped_end: Generated<Instant | null>
  readonly stopped_cost: Generated<number | null>
}

type DemoClock = {
  readonly one: Generated<boolean>
  readonly ahead_ms: number
}

type Delegations = {
  readonly id: string
  readonly organisation_id: string
  readonly product_id: string
  readonly email: string
  readonly language: 'nl' | 'en'
  readonly plate: string | null
  readonly country: string | null
  readonly invited_at: Instant
  readonly mailed_at: Instant
  readonly delegate_id: string | null
  readonly accepted_at: Instant | null
  readonly revoked_at: Instant | null
  readonly revoked_by: string | null
}

type Favourites = {
  readonly id: string
  readonly product_id: string
  readonly plate: string
  readonly country: string
  readonly name: string
  readonly created_at: Instant
}

type AuditEntries = {
  readonly id: string
  readonly organisation_id: string | null
  readonly account_id: string | null
  readonly permit_shop_id: string | null
  readonly action: string
  readonly subject_id: string | null
  readonly occurred_at: Instant
  readonly recorded_at: Generated<Instant>
}

type IdempotencyKeys = {
  readonly caller_id: string
  readonly key: string
  readonly fingerprint: Buffer
  readonly status: number
  readonly body: unknown
  readonly created_at: Instant
}

/** Text such as `[2026-01-01,)`: written so, and taken apart in SQL by `lower()` and `upper()`. */
type DateRange = string
type InstantRange = string
/** Exact, as text: a fare of 0.04166667 a minute is no binary fraction. */
type Decimal = string

type Logos = {
  readonly name: string
  readonly content: Buffer
}

export type Tables = AccountTables &
  AccessTokenTables &
  SecondFactorTables &
  LinkingTables &
  PeriodTables &
  MailTables &
  NotificationTables &
  ProductUserTables &
  TopUpTables &
  TwoParkTables & {
    readonly organisations: Organisations
    readonly logos: Logos
    readonly areas: Areas
    readonly regulations: Regulations
    readonly area_regulations: AreaRegulations
    readonly time_frames: TimeFrames
    readonly fares: Fares
    readonly fare_parts: FareParts
    readonly special_days: SpecialDays
    readonly product_type_areas: ProductTypeAreas
    readonly demo_clock: DemoClock
    readonly product_types: ProductTypes
    readonly products: Products
    readonly ledger_accounts: LedgerAccounts
    readonly ledger_entries: LedgerEntries
    readonly parking_sessions: ParkingSessions
    readonly delegations: Delegations
    readonly favourites: Favourites
    readonly audit_entries: AuditEntries
    readonly idempotency_keys: IdempotencyKeys
  }
