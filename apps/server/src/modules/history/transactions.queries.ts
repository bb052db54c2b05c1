/** The entries of a product's ledger account (K3), the latest first, read along their numbers. */
import type { Amount } from '@2park/domain/amount'
import { run, statement, type Database } from '#database/database.ts'
import { countOf, mostCounted, type Count } from './counting.ts'
import { pageOf, readAtOnce, shown, type Page } from './pages.ts'

export type Transaction = {
  /** Counted from the first; an entry never gets another. */
  readonly number: number
  readonly cause: string
  readonly step: string
  readonly at: Temporal.Instant
  readonly amount: Amount
  readonly balanceAfter: Amount
  /** Of the session it was for, while that is kept. */
  readonly plate: string | null
  readonly country: string | null
  readonly plateGoesAt: Temporal.Instant | null
  readonly sessionDeleted: boolean
}

const ofProduct = 'account_id = (select id from ledger_accounts where product_id = $1)'

/** The rows are found first and dressed after, as those of sessions are. */
const transactions = (rows: number) =>
  statement<Transaction>(
    `${rows} transactions`,
    `select entry.version as number, entry.cause, entry.step, entry.amount,
            entry.occurred_at as at,
            entry.balance_after as "balanceAfter",
            session.plate, session.country,
            session.ends_at + organisation.plate_days * interval '24 hours' as "plateGoesAt",
            session.deleted_at is not null as "sessionDeleted"
       from (select *
               from ledger_entries
              where ${ofProduct} and version is not null and version < $2
              order by version desc
              limit ${rows}) as entry
       join organisations as organisation on organisation.id = entry.organisation_id
       left join parking_sessions as session
         on entry.cause = 'session'
        and session.id = entry.cause_id
      order by entry.version desc`,
  )

const sizes = { shown, readAtOnce }
const pages = { shown: transactions(shown + 1), readAtOnce: transactions(readAtOnce + 1) }

type Wanted = { readonly before: number; readonly size?: keyof typeof sizes }

export async function listTransactions(
  db: Database,
  productId: string,
  { before, size = 'shown' }: Wanted,
): Promise<Page<Transaction>> {
  return pageOf(await run(db, pages[size](productId, before)), sizes[size])
}

const countOfTransactions = statement<{ count: number }>(
  'count of transactions',
  `select count(*)
     from (select
             from ledger_entries
            where ${ofProduct} and version is not null
            limit ${mostCounted + 1}) as entry`,
)

export async function countTransactions(db: Database, productId: string): Promise<Count> {
  const [row] = await run(db, countOfTransactions(productId))
  return countOf(row?.count ?? 0)
}
