/**
 * What an ended session's cost was made up of, worked out again by the tariff.
 *
 * Regulations and fares have their dates, so a session of March is priced by the fares of March.
 * Where the municipality has corrected a rule since, the lines no longer come to what was paid: then
 * they are not known, because lines that don't add up would be worse than none.
 */
import type { Interval } from '@2park/domain/interval'
import { price, type Price } from '@2park/domain/price'
import type { Amount } from '@2park/domain/amount'
import { run } from '#database/database.ts'
import { getTerms } from '#modules/products/index.ts'
import type { World } from '#world.ts'

type Parked = {
  readonly product: {
    readonly productTypeId: string
    readonly areaId: string
    readonly rulesRevision: number
  }
  readonly during: Interval
  readonly cost: Amount
}

export async function madeUpOf(
  { db }: Pick<World, 'db'>,
  { product, during, cost }: Parked,
): Promise<Price | undefined> {
  const { tariff } = await getTerms((bound) => run(db, bound), product)
  const known = price(tariff, during)
  return known.total === cost ? known : undefined
}
