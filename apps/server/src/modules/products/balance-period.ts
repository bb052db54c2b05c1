/** Over which a municipality gives a balance (P3). */
export type BalancePeriod = 'month' | 'quarter' | 'year'

const months = { month: 1, quarter: 3, year: 12 } as const

/** The first day of the period after the one that `today` is in. */
export function nextPeriodOn(period: BalancePeriod, today: Temporal.PlainDate): Temporal.PlainDate {
  const length = months[period]
  const begunMonthsAgo = (today.month - 1) % length
  return today.with({ day: 1 }).add({ months: length - begunMonthsAgo })
}
