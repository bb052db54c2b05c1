/** The tables of balance periods, as part of `tables.ts`. */
type ProductPeriods = {
  readonly product_id: string
  readonly starts_on: Temporal.PlainDate
  readonly next_starts_at: Temporal.Instant | null
}

export type PeriodTables = { readonly product_periods: ProductPeriods }
