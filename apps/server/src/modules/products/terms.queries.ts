import { statement } from '#database/database.ts'
import type { Ask } from '#modules/organisations/index.ts'
import type { ProductRules } from '@2park/domain/decision'

type Row = {
  readonly unit: ProductRules['unit']
  readonly ownFareCode: string | null
  readonly endOfDayDeactivation: boolean
  readonly extensionAllowed: boolean
  readonly maxDurationSeconds: number | null
  readonly maxConcurrent: number | null
  readonly maxDaysAhead: number
}

const productType = statement<Row>(
  'product type',
  `select unit, fare.code as "ownFareCode",
          end_of_day_deactivation as "endOfDayDeactivation",
          extension_allowed as "extensionAllowed",
          max_duration_seconds as "maxDurationSeconds",
          max_concurrent as "maxConcurrent",
          max_days_ahead as "maxDaysAhead"
     from product_types
     left join fares as fare on fare.id = own_fare_id
    where product_types.id = $1`,
)

export async function findProductType(
  ask: Ask,
  id: string,
): Promise<(ProductRules & { readonly ownFareCode: string | undefined }) | undefined> {
  const [row] = await ask(productType(id))
  return (
    row && {
      ...row,
      ownFareCode: row.ownFareCode ?? undefined,
      maxDurationSeconds: row.maxDurationSeconds ?? undefined,
      maxConcurrent: row.maxConcurrent ?? undefined,
    }
  )
}
