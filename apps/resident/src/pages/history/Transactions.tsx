/** The tab of every change of the balance (K3): what it was, when, how much, and what was left. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Plate } from '@2park/web/components/Plate'
import { formatBalance, type Locale, type UnitAmount } from '@2park/web/format'
import { formatDay, formatTime } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import { type Product, useWording } from '#products.ts'
import { type CountsRead, type Transaction, transactionsRead } from './history.ts'
import { HistoryList } from './HistoryList.tsx'
import styles from './HistoryPage.module.css'

const kinds: Readonly<Record<Transaction['kind'], () => string>> = {
  parked: m.transaction_parked,
  extended: m.transaction_extended,
  stopped: m.transaction_stopped,
  deleted: m.transaction_deleted,
  topUp: m.transaction_top_up,
  topUpReversed: m.transaction_top_up_reversed,
  grant: m.transaction_grant,
  lapsed: m.transaction_lapsed,
  delegated: m.transaction_delegated,
  delegationReturned: m.transaction_delegation_returned,
  correction: m.transaction_correction,
}

type Props = {
  readonly product: Product
  readonly counts: CountsRead
}

export function Transactions({ product, counts }: Props) {
  const pages = useInfiniteQuery(transactionsRead(product.id))
  const all = pages.data?.pages.flatMap(({ transactions }) => transactions)
  return (
    <HistoryList
      pages={pages}
      shown={all?.length}
      counts={counts}
      count={counts.data?.transactions}
      emptyText={m.no_transactions()}
      emptyHint={m.no_transactions_hint()}
    >
      {all?.map((transaction) => (
        <li key={transaction.number}>
          <Card transaction={transaction} product={product} />
        </li>
      ))}
    </HistoryList>
  )
}

type CardProps = { readonly transaction: Transaction; readonly product: Product }

function Card({ transaction, product }: CardProps) {
  const titleId = useId()
  const wording = useWording(product)
  const { kind, plate, at, amount, balanceAfter } = transaction
  return (
    <article className={styles.card} aria-labelledby={titleId}>
      <div className={styles.row}>
        <h2 id={titleId} className={styles.what}>
          {kinds[kind]()}
        </h2>
        <b className={styles.amount}>{signed(amount, wording.locale)}</b>
      </div>
      {plate && (
        <div className={styles.row}>
          <Plate {...plate} />
        </div>
      )}
      <p>
        {formatDay(at, wording, 'short')}, {formatTime(at, wording)}
      </p>
      <p className={styles.aside}>
        {m.balance_after({ balance: formatBalance(balanceAfter, wording.locale) })}
      </p>
    </article>
  )
}

/** "+ € 10,00", "− 1 uur": a sign and not only a colour tells the one from the other. */
function signed({ unit, value }: UnitAmount, locale: Locale): string {
  return `${value < 0 ? '−' : '+'} ${formatBalance({ unit, value: Math.abs(value) }, locale)}`
}
