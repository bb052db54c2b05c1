import { periodOn, type Period } from './balance-period.ts'
import type { Product } from './products.queries.ts'

/** The balance period of a product at a moment, by its municipality's calendar; where it has periods. */
export function productPeriodAt(
  { balancePeriod, valid, organisation }: Pick<Product, 'balancePeriod' | 'valid' | 'organisation'>,
  at: Temporal.Instant,
): Period | undefined {
  if (!balancePeriod) return undefined
  const dayOf = (moment: Temporal.Instant) =>
    moment.toZonedDateTimeISO(organisation.timeZone).toPlainDate()
  return periodOn(balancePeriod, dayOf(at), dayOf(valid.start))
}
