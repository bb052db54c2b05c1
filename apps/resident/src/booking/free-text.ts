/** That parking is free, said before anything else about the price, with when that ends. */
import { dateOf, formatDay, formatTime, type Wording } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import type { PricedQuote } from './order.ts'

export function freeText(quote: PricedQuote, wording: Wording): string | undefined {
  const { freeUntil, during, asOf, price } = quote
  if (freeUntil === undefined) return price.paidSeconds === 0 ? m.free_throughout() : undefined
  const isSameDay = dateOf(freeUntil, wording.zone) === dateOf(during.start, wording.zone)
  const clock = formatTime(freeUntil, wording)
  const time = isSameDay ? clock : `${formatDay(freeUntil, wording, 'short')} ${clock}`
  if (price.paidSeconds === 0) return m.free_throughout_until({ time })
  const isNow = Temporal.Instant.compare(during.start, asOf) <= 0
  return isNow ? m.free_now_until({ time }) : m.free_at_start_until({ time })
}
