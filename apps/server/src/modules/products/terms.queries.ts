import { statement } from '#database/database.ts'
import type { Ask } from '#modules/organisations/index.ts'
import type { ProductRules } from '@2park/domain/decision'
import type { ProductKind } from '@2park/domain/product-kind'

type Row = {
  readonly kind: ProductKind
  readonly unit: ProductRules['unit']
  readonly ownFareCode: string | null
  readonly endOfDayDeactivation: boolean
  readonly extensionAllowed: boolean
  readonly maxDurationSeconds: number | null
  readonly maxConcurrent: number | null
  readonly maxDaysAhead: number
  readonly usageAccountId: string
  readonly locations: readonly Location[]
}

/** Where one can park with a prepaid product. */
export type Location = { readonly id: string; readonly code: string; readonly name: string }

const productType = statement<Row>(
  'product type',
  `select type.kind, type.unit, fare.code as "ownFareCode",
          end_of_day_deactivation as "endOfDayDeactivation",
          extension_allowed as "extensionAllowed",
          max_duration_seconds as "maxDurationSeconds",
          max_concurrent as "maxConcurrent",
          max_days_ahead as "maxDaysAhead",
          usage.id as "usageAccountId",
          array(
            select json_build_object('id', area.id, 'code', area.code, 'name', area.name)
              from product_type_areas as offered
              join areas as area on area.id = offered.area_id
             where offered.product_type_id = type.id
             order by area.name, area.code) as locations
     from product_types as type
     join ledger_accounts as usage
       on usage.organisation_id = type.organisation_id
      and usage.kind = 'usage'
      and usage.unit = type.unit
     left join fares as fare on fare.id = own_fare_id
    where type.id = $1`,
)

export type TypeTerms = ProductRules & {
  readonly kind: ProductKind
  readonly ownFareCode: string | undefined
  /** Of the municipality, in the type's unit: what sessions cost goes there. */
  readonly usageAccountId: string
  readonly locations: readonly Location[]
}

export async function findProductType(ask: Ask, id: string): Promise<TypeTerms | undefined> {
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
