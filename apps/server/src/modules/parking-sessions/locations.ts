/** Where a prepaid product lets one park, each location at the tariff of its street (O2). */
import type { Amount } from '@2park/domain/amount'
import { interval, wholeSecondRoundedDown } from '@2park/domain/interval'
import { price } from '@2park/domain/price'
import { run } from '#database/database.ts'
import type { Ask } from '#modules/organisations/index.ts'
import { getTerms, type Product } from '#modules/products/index.ts'
import type { Actor, World } from '#world.ts'
import { findLastLocation } from './locations.queries.ts'

export type PricedLocation = {
  readonly id: string
  readonly code: string
  readonly name: string
  /** What an hour from now costs. */
  readonly anHour: Amount
}

type Locations = {
  readonly locations: readonly PricedLocation[]
  /** Where the actor parked last, while it is one of them. */
  readonly lastUsed: string | undefined
}

export async function listLocations(
  { db, now: clock }: World,
  { accountId }: Actor,
  product: Product,
): Promise<Locations> {
  const now = wholeSecondRoundedDown(clock())
  const ask: Ask = (bound) => run(db, bound)
  const { kind, locations } = await getTerms(ask, product)
  if (kind !== 'prepaid') return { locations: [], lastUsed: undefined }

  const hour = interval(now, now.add({ hours: 1 }))
  const priced: PricedLocation[] = []
  for (const location of locations) {
    const { tariff } = await getTerms(ask, { ...product, areaId: location.id })
    priced.push({ ...location, anHour: price(tariff, hour).total })
  }
  const last = await findLastLocation(db, { productId: product.id, accountId })
  return { locations: priced, lastUsed: locations.find(({ id }) => id === last)?.id }
}
