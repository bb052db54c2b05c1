/** What somebody wants to know of a product they may park on, and which they no longer want to see. */
type Instant = Temporal.Instant

type BalanceAlarms = {
  readonly product_id: string
  readonly account_id: string
  readonly ledger_account_id: string
  readonly threshold: number
  readonly set_at: Instant
  readonly rang_at: Instant | null
}

type RemovedProducts = {
  readonly account_id: string
  readonly product_id: string
  readonly removed_at: Instant
}

export type ProductUserTables = {
  readonly balance_alarms: BalanceAlarms
  readonly removed_products: RemovedProducts
}
