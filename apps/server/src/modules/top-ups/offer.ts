/** Reads what the possible top-ups of a product follow from. */
import type { Database, Tx } from '#database/database.ts'
import {
  findTopUpTerms,
  productPeriodAt,
  productStateOf,
  type Product,
  type TopUpTerms,
} from '#modules/products/index.ts'
import { sumOrdered } from './payments.queries.ts'
import { offerOf, type Offer } from './top-ups.policy.ts'

export async function getOffer(
  db: Database | Tx,
  product: Product,
  at: Temporal.Instant,
): Promise<Offer & { readonly terms: TopUpTerms; readonly nextPeriodOn: string | undefined }> {
  const terms = await findTopUpTerms(db, product.productTypeId)
  const period = productPeriodAt(product, at)
  // Where balances have no periods, a limit holds for as long as the product does.
  const since =
    period?.startsOn.toZonedDateTime(product.organisation.timeZone).toInstant() ??
    Temporal.Instant.fromEpochMilliseconds(0)
  const used = await sumOrdered(db, product.id, since)
  const state = productStateOf(product, at)
  return { ...offerOf({ state, terms, used }), terms, nextPeriodOn: period?.nextOn.toString() }
}
