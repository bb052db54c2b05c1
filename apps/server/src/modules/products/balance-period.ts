/**
 * Over which a municipality gives a balance (P3) and limits what is topped up (D3): a stretch of its
 * calendar, or a year of the product's own.
 */
export type BalancePeriod = 'month' | 'quarter' | 'year' | 'productYear'

export type Period = {
  /** Its first day. */
  readonly startsOn: Temporal.PlainDate
  /** The first day of the one after it. */
  readonly nextOn: Temporal.PlainDate
}

const months = { month: 1, quarter: 3, year: 12 } as const

/** The period that `today` is in. `since` is the first day of the product. */
export function periodOn(
  period: BalancePeriod,
  today: Temporal.PlainDate,
  since: Temporal.PlainDate,
): Period {
  if (period === 'productYear') return yearOf(since, today)
  const length = months[period]
  const begunMonthsAgo = (today.month - 1) % length
  const startsOn = today.with({ day: 1 }).subtract({ months: begunMonthsAgo })
  return { startsOn, nextOn: startsOn.add({ months: length }) }
}

/** Counted from the first day itself: what began on 29 February is back there in a leap year. */
function yearOf(since: Temporal.PlainDate, today: Temporal.PlainDate): Period {
  const turned = today.year - since.year
  const isThisYear = Temporal.PlainDate.compare(since.add({ years: turned }), today) <= 0
  const years = isThisYear ? turned : turned - 1
  return { startsOn: since.add({ years }), nextOn: since.add({ years: years + 1 }) }
}
