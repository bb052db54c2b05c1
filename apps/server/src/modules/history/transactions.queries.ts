/** The entries of a product's ledger account (K3), the latest first, read along their numbers. */
import type { Amount } from '@2park/domain/amount'
import { run, statement, type Database } from '#database/database.ts'
import { countOf, mostCounted, mostPaged, type Count } from './counting.ts'
import { pageOf, readAtOnce, shown, type Page, type Slice } from './pages.ts'

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

/** Those since its holder has it: up to the number at which a former one let it go, they are theirs. */
const ofProduct = `account_id = (select id from ledger_accounts where product_id = $1)
  and version > coalesce((select released_version from products where id = $1), 0)`

/** The rows are found first and dressed after, as those of sessions are. */
const transactions = (rows: string) =>
  statement<Transaction>(
    `transactions, ${rows}`,
    `select entry.version as number, entry.cause, entry.step, entry.amount,
            entry.occurred_at as at,
            entry.balance_after as "balanceAfter",
            session.plate, session.country,
            session.ends_at + organisation.plate_days * interval '24 hours' as "plateGoesAt",
            session.deleted_at is not null as "sessionDeleted"
       from (select *
               from ledger_entries
              where ${ofProduct} and version < $2
              order by version desc
              ${rows}) as entry
       join organisations as organisation on organisation.id = entry.organisation_id
       left join parking_sessions as session
         on entry.cause = 'session'
        and session.id = entry.cause_id
      order by entry.version desc`,
  )

const sizes = { shown, readAtOnce }
const pages = {
  shown: transactions(`limit ${shown + 1}`),
  readAtOnce: transactions(`limit ${readAtOnce + 1}`),
}
const window = transactions('limit $3 offset $4')

type Wanted = { readonly before: number; readonly size?: keyof typeof sizes }

export async function listTransactions(
  db: Database,
  productId: string,
  { before, size = 'shown' }: Wanted,
): Promise<Page<Transaction>> {
  return pageOf(await run(db, pages[size](productId, before)), sizes[size])
}

/** By positions among those before a number. */
export async function listSliceOfTransactions(
  db: Database,
  productId: string,
  { before, offset, limit }: Slice & { readonly before: number },
): Promise<readonly Transaction[]> {
  return run(db, window(productId, before, limit, offset))
}

const everyTransaction = statement<{ count: number; last: number | null }>(
  'every transaction',
  `select count(*), max(version) as last
     from (select version
             from ledger_entries
            where ${ofProduct} and version < $2
            limit ${mostPaged}) as entry`,
)

/** How many there are before a number, and the number of the last one. */
export async function countEveryTransaction(
  db: Database,
  productId: string,
  before: number,
): Promise<{ readonly count: number; readonly last: number }> {
  const [row] = await run(db, everyTransaction(productId, before))
  return { count: row?.count ?? 0, last: row?.last ?? 0 }
}

const countOfTransactions = statement<{ count: number }>(
  'count of transactions',
  `select count(*)
     from (select
             from ledger_entries
            where ${ofProduct}
            limit ${mostCounted + 1}) as entry`,
)

export async function countTransactions(db: Database, productId: string): Promise<Count> {
  const [row] = await run(db, countOfTransactions(productId))
  return countOf(row?.count ?? 0)
}
