/** All SQL about products: each with its type, its municipality, its balance and its sessions' counts. */
import type { Amount, Unit } from '@2park/domain/amount'
import type { Interval } from '@2park/domain/interval'
import { run, statement, type Database } from '#database/database.ts'
import type { BalancePeriod } from './balance-period.ts'

export type Product = {
  readonly id: string
  readonly organisationId: string
  readonly productTypeId: string
  readonly areaId: string
  /** Absent until it is linked. */
  readonly holderId: string | null
  readonly name: string
  readonly kind: 'visitor'
  readonly location: string
  readonly valid: Interval
  readonly blocked: boolean
  readonly unit: Unit
  readonly balance: Amount
  readonly rulesRevision: number
  readonly running: number
  readonly planned: number
  readonly balancePeriod: BalancePeriod | null
  readonly endOfDayDeactivation: boolean
  readonly extensionAllowed: boolean
  readonly maxDurationSeconds: number | null
  readonly maxConcurrent: number | null
  readonly maxDaysAhead: number
  readonly organisation: {
    readonly id: string
    readonly name: string
    readonly brand: string
    readonly timeZone: string
    readonly helpdesk: { readonly name: string; readonly phone: string }
  }
}

type Row = Omit<Product, 'valid'> & {
  readonly validFrom: Temporal.Instant
  readonly validUntil: Temporal.Instant
}

const products = `
  select product.id,
         product.organisation_id as "organisationId",
         product.product_type_id as "productTypeId",
         product.area_id as "areaId",
         product.holder_id as "holderId",
         type.name,
         type.kind,
         area.name as location,
         lower(product.valid) as "validFrom",
         upper(product.valid) as "validUntil",
         product.blocked_at is not null as blocked,
         type.unit,
         account.balance,
         organisation.rules_revision as "rulesRevision",
         counts.running,
         counts.planned,
         type.balance_period as "balancePeriod",
         type.end_of_day_deactivation as "endOfDayDeactivation",
         type.extension_allowed as "extensionAllowed",
         type.max_duration_seconds as "maxDurationSeconds",
         type.max_concurrent as "maxConcurrent",
         type.max_days_ahead as "maxDaysAhead",
         json_build_object(
           'id', organisation.id,
           'name', organisation.name,
           'brand', organisation.brand,
           'timeZone', organisation.time_zone,
           'helpdesk', json_build_object(
             'name', organisation.helpdesk_name,
             'phone', organisation.helpdesk_phone)) as organisation
    from products as product
    join product_types as type on type.id = product.product_type_id
    join areas as area on area.id = product.area_id
    join organisations as organisation on organisation.id = product.organisation_id
    join ledger_accounts as account on account.product_id = product.id
   cross join lateral (
         select count(*) filter (where starts_at <= $2) as running,
                count(*) filter (where starts_at > $2) as planned
           from parking_sessions
          where product_id = product.id and deleted_at is null and ends_at > $2
         ) as counts`

const productById = statement<Row>('product by id', `${products} where product.id = $1`)

const productsOfHolder = statement<Row>(
  'products of holder',
  `${products}
   where product.holder_id = $1
   order by product.last_used_at desc nulls last, product.number
   limit 200`,
)

export async function findProduct(
  db: Database,
  id: string,
  now: Temporal.Instant,
): Promise<Product | undefined> {
  const [row] = await run(db, productById(id, now))
  return row && toProduct(row)
}

/** The one used last first (B2). */
export async function listProductsOf(
  db: Database,
  holderId: string,
  now: Temporal.Instant,
): Promise<Product[]> {
  const rows = await run(db, productsOfHolder(holderId, now))
  return rows.map(toProduct)
}

function toProduct({ validFrom, validUntil, ...row }: Row): Product {
  return { ...row, valid: { start: validFrom, end: validUntil } }
}
