/** A price one can read: when, the day as a strip, what is free or cut short, and the lines on demand. */
import { Icon } from '@2park/web/components/Icon'
import { daysTouched, type Wording } from '@2park/web/moments'
import { Skeleton } from '@2park/web/components/Skeleton'
import { m } from '#paraglide/messages.js'
import { useWords } from '#problems/words.ts'
import { stretchText } from '#stretch-text.ts'
import { DayStrip } from './DayStrip.tsx'
import { isPriced, type PricedQuote, type Quote } from './order.ts'
import { PriceLines } from './PriceLines.tsx'
import { stripOf } from './strip.ts'
import styles from './PricePanel.module.css'
import { freeText } from './free-text.ts'

type Props = { readonly quote: Quote; readonly wording: Wording }

/** A week of strips is no picture any more; the lines tell the rest. */
const mostStrips = 3

/** As high as a price for one day is, so that nothing moves when it comes. */
export function PriceSkeleton() {
  return <Skeleton blockSize="10.87rem" />
}

export function PricePanel({ quote, wording }: Props) {
  const words = useWords()
  return (
    <div className={styles.panel}>
      {isPriced(quote) && <Days quote={quote} wording={wording} />}
      {quote.reasons.map(words.ofReason).map(({ code, title }) => (
        <p key={code} className={styles.note} data-kind="negative">
          <Icon name="warning" />
          {title}
        </p>
      ))}
      {isPriced(quote) && quote.price.lines.length > 0 && (
        <PriceLines price={quote.price} wording={wording} />
      )}
    </div>
  )
}

type DaysProps = { readonly quote: PricedQuote; readonly wording: Wording }

function Days({ quote, wording }: DaysProps) {
  const { during } = quote
  const free = freeText(quote, wording)
  const days = quote.days.filter((day) => stripOf(day, during).chosen !== undefined)
  const unseen = quote.openEnded
    ? 0
    : daysTouched(during, wording.zone) - Math.min(days.length, mostStrips)
  return (
    <>
      <p className={styles.moment}>
        {stretchText({ ...during, openEnded: quote.openEnded }, wording)}
      </p>
      {quote.balance.unit !== 'none' &&
        days
          .slice(0, mostStrips)
          .map((day) => (
            <DayStrip
              key={day.date}
              day={day}
              during={during}
              wording={wording}
              isDated={days.length > 1}
            />
          ))}
      {unseen > 0 && <p>{m.more_days({ count: unseen })}</p>}
      {free !== undefined && (
        <p className={styles.note} data-kind="positive">
          <Icon name="check" />
          {free}
        </p>
      )}
      {quote.cutToPaidHours && (
        <p className={styles.note}>
          <Icon name="notice" />
          {m.cut_to_paid_hours()}
        </p>
      )}
    </>
  )
}
