/** What clients of the 2Park protocol asked for last. */
type Instant = Temporal.Instant

type TwoParkVisits = {
  readonly sign_in_id: string
  readonly history_of: string | null
  readonly sessions_as_of: Instant | null
  readonly entries_up_to: number | null
  readonly payment_id: string | null
  readonly payment_of: string | null
}

export type TwoParkTables = { readonly two_park_visits: TwoParkVisits }
