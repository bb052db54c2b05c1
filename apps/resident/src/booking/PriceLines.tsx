/** What the total is made of: a line per time frame of a day. They add up to the cent. */
import { formatCost, formatDuration, roundedUpToMinute } from '@2park/web/format'
import { formatInterval, type Wording } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import type { PricedQuote } from './order.ts'
import styles from './PricePanel.module.css'

type Props = { readonly price: PricedQuote['price']; readonly wording: Wording }

export function PriceLines(props: Props) {
  return (
    <details className={styles.lines}>
      <summary>{m.price_lines()}</summary>
      <PriceTable {...props} />
    </details>
  )
}

export function PriceTable({ price, wording }: Props) {
  const { locale } = wording
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{m.line_when()}</th>
          <th scope="col">{m.line_paid_time()}</th>
          <th scope="col">{m.line_amount()}</th>
        </tr>
      </thead>
      <tbody>
        {price.lines.map((line) => (
          <tr key={line.start}>
            <th scope="row">{formatInterval(line, wording, 'short')}</th>
            <td>{formatDuration(roundedUpToMinute(line.paidSeconds), locale, 'short')}</td>
            <td>
              {formatCost(line.amount, locale)}
              {line.capped && ` (${m.line_capped()})`}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{m.total()}</th>
          <td>{formatDuration(roundedUpToMinute(price.paidSeconds), locale, 'short')}</td>
          <td>{formatCost(price.total, locale)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
