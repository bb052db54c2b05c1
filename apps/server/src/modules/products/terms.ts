/**
 * What parking on a product is judged and priced by: its type's rules and its area's tariff.
 *
 * They take long to put together and change seldom, so a process keeps what it has. The key holds
 * the municipality's `rules_revision`, which every change of a rule counts up: what is kept is never
 * out of date, it is only no longer asked for.
 */
import type { ProductRules } from '@2park/domain/decision'
import { invariant } from '@2park/domain/invariant'
import type { ProductKind } from '@2park/domain/product-kind'
import { compileTariff, type Tariff } from '@2park/domain/tariff'
import { getAreaRules, type Ask } from '#modules/organisations/index.ts'
import { findProductType, type Location } from './terms.queries.ts'

export type Terms = {
  readonly kind: ProductKind
  readonly rules: ProductRules
  readonly tariff: Tariff
  readonly timeZone: string
  /** Of prepaid parking: where one may park, of which one is chosen (O2). */
  readonly locations: readonly Location[]
  /** The ledger account of the municipality that sessions are charged to. */
  readonly usageAccountId: string
}

export type TermsKey = {
  readonly productTypeId: string
  readonly areaId: string
  readonly rulesRevision: number
}

const mostKept = 1000
const kept = new Map<string, Terms>()

export async function getTerms(ask: Ask, key: TermsKey): Promise<Terms> {
  const name = `${key.productTypeId} ${key.areaId} ${key.rulesRevision}`
  const known = kept.get(name)
  if (known) return known
  const terms = await readTerms(ask, key)
  if (kept.size >= mostKept) kept.clear()
  kept.set(name, terms)
  return terms
}

async function readTerms(ask: Ask, { productTypeId, areaId }: TermsKey): Promise<Terms> {
  const type = await findProductType(ask, productTypeId)
  invariant(type !== undefined, `no product type ${productTypeId}`)
  const { kind, ownFareCode, usageAccountId, locations, ...rules } = type
  // Who pays in advance pays what is paid in the street.
  const areaRules = await getAreaRules(ask, areaId, kind === 'prepaid' ? 'paid' : 'visitors')
  const tariff = compileTariff({ rules: areaRules, unit: rules.unit, ownFareCode })
  return { kind, rules, tariff, timeZone: areaRules.timeZone, locations, usageAccountId }
}
