/**
 * All SQL about products: each with its type, its municipality, its balance and its sessions'
 * counts, as whoever may park on it sees them. A delegate sees what was given to them and no more.
 */
import type { Amount, Unit } from '@2park/domain/amount'
import type { Interval } from '@2park/domain/interval'
import type { BrandTokens } from '@2park/domain/branding'
import type { Plate } from '@2park/domain/plate'
import type { ProductKind } from '@2park/domain/product-kind'
import { run, statement, type Database } from '#database/database.ts'
import type { BalancePeriod } from './balance-period.ts'

export type DelegationRule = 'notAllowed' | 'plateOptional' | 'plateRequired'

/** By which somebody parks on another's product. */
export type ProductDelegation = {
  /** The holder's address. */
  readonly by: string
  readonly plate: Plate | null
  readonly sharesBalance: boolean
  readonly revoked: boolean
}

export type Product = {
  readonly id: string
  readonly organisationId: string
  readonly productTypeId: string
  readonly areaId: string
  /** Absent until it is linked. */
  readonly holderId: string | null
  readonly name: string
  readonly kind: ProductKind
  readonly location: string
  readonly valid: Interval
  readonly blocked: boolean
  readonly unit: Unit
  readonly balance: Amount
  /** When that last changed; null before it ever did. */
  readonly bookedAt: Temporal.Instant | null
  readonly rulesRevision: number
  readonly running: number
  readonly planned: number
  /** That it was issued for, and of a resident product the one that it holds for. */
  readonly plates: readonly Plate[]
  readonly activePlate: Plate | null
  readonly activeSince: Temporal.Instant | null
  /** Of prepaid parking: how many may be chosen from. */
  readonly locationCount: number
  /** Of a pool, as the shop says. */
  readonly rightsBought: number | null
  readonly balancePeriod: BalancePeriod | null
  readonly endOfDayDeactivation: boolean
  readonly extensionAllowed: boolean
  readonly maxDurationSeconds: number | null
  readonly maxConcurrent: number | null
  readonly maxDaysAhead: number
  readonly delegations: DelegationRule
  /** Null where it is looked at as the holder's. */
  readonly delegation: ProductDelegation | null
  readonly topUpOffered: boolean
  /** By which the municipality and its other systems know it. */
  readonly codes: { readonly type: string; readonly area: string; readonly number: number }
  /** The municipality's part in the 2Park protocol. */
  readonly twoPark: { readonly code: string | null; readonly isOpen: boolean }
  readonly organisation: {
    readonly id: string
    readonly name: string
    readonly slug: string
    readonly tokens?: BrandTokens
    /** Where it is, on this server. */
    readonly logo?: string
    readonly timeZone: string
    readonly helpdesk: { readonly name: string; readonly phone: string }
    readonly permitShopName: string
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
         -- Ended by the shop, it is over then and there.
         least(upper(product.valid), product.ended_at) as "validUntil",
         product.blocked_at is not null as blocked,
         type.unit,
         case when entitlement.revoked_at is null then account.balance else 0 end as balance,
         account.booked_at as "bookedAt",
         organisation.rules_revision as "rulesRevision",
         counts.running,
         counts.planned,
         array(
           select json_build_object('number', plate, 'country', country)
             from product_plates
            where product_id = product.id
            order by plate, country) as plates,
         (select json_build_object('number', plate, 'country', country)
            from active_plates
           where product_id = product.id and ends_at is null) as "activePlate",
         (select starts_at
            from active_plates
           where product_id = product.id and ends_at is null) as "activeSince",
         (select count(*) from product_type_areas where product_type_id = type.id)
           as "locationCount",
         product.rights_quantity as "rightsBought",
         type.balance_period as "balancePeriod",
         type.end_of_day_deactivation as "endOfDayDeactivation",
         type.extension_allowed as "extensionAllowed",
         type.max_duration_seconds as "maxDurationSeconds",
         type.max_concurrent as "maxConcurrent",
         type.max_days_ahead as "maxDaysAhead",
         type.delegations,
         case when entitlement.delegation_id is not null then json_build_object(
           'by', holder.email,
           'plate', case when entitlement.plate is not null then json_build_object(
             'number', entitlement.plate,
             'country', entitlement.country) end,
           'sharesBalance', entitlement.shares_balance,
           'revoked', entitlement.revoked_at is not null) end as delegation,
         exists (select from top_up_options where product_type_id = type.id) as "topUpOffered",
         json_build_object(
           'type', type.code,
           'area', area.code,
           'number', product.number) as codes,
         json_build_object(
           'code', organisation.two_park_code,
           'isOpen', organisation.two_park_open) as "twoPark",
         json_strip_nulls(json_build_object(
           'id', organisation.id,
           'name', organisation.name,
           'slug', organisation.slug,
           'tokens', organisation.brand_tokens,
           'logo', '/logos/' || organisation.logo,
           'timeZone', organisation.time_zone,
           'helpdesk', json_build_object(
             'name', organisation.helpdesk_name,
             'phone', organisation.helpdesk_phone),
           'permitShopName', organisation.permit_shop_name)) as organisation
    from entitlements as entitlement
    join products as product on product.id = entitlement.product_id
    join product_types as type on type.id = product.product_type_id
    join areas as area on area.id = product.area_id
    join organisations as organisation on organisation.id = product.organisation_id
    join ledger_accounts as account on account.id = entitlement.ledger_account_id
    left join accounts as holder on holder.id = product.holder_id
   cross join lateral (
         select count(*) filter (where starts_at <= $2) as running,
                count(*) filter (where starts_at > $2) as planned
           from parking_sessions
          where product_id = product.id and deleted_at is null and ends_at > $2
            and (entitlement.delegation_id is null or started_by = entitlement.account_id)
         ) as counts`

/** Since when it can't be used; null, or a moment to come, while it can. */
const unusableSince = 'least(product.blocked_at, product.ended_at, upper(product.valid))'

const productById = statement<Row>(
  'product by id',
  `${products} where product.id = $1 and entitlement.delegation_id is null`,
)

const productOfAccount = statement<Row>(
  'product of account',
  `${products} where product.id = $1 and entitlement.account_id = $3`,
)

const usableByAccount = `
   where entitlement.account_id = $1
     and (entitlement.revoked_at is null or counts.running + counts.planned > 0)`

const lastUsedFirst = `
   order by case when entitlement.delegation_id is null or not entitlement.shares_balance
                 then account.booked_at end desc nulls last, product.organisation_id, product.number`

const productsOfAccount = statement<Row>(
  'products of account',
  `${products} ${usableByAccount}
     and not exists (
         select from removed_products as removed
          where removed.account_id = $1
            and removed.product_id = product.id
            and removed.removed_at >= ${unusableSince}
            and ${unusableSince} <= $2)
   ${lastUsedFirst}
   limit 200`,
)

const heldByAccount = statement<Row>(
  'products held about account',
  `${products} ${usableByAccount} ${lastUsedFirst}`,
)

/** As its holder sees it. */
export async function findProduct(
  db: Database,
  id: string,
  now: Temporal.Instant,
): Promise<Product | undefined> {
  const [row] = await run(db, productById(id, now))
  return row && toProduct(row)
}

/** As somebody sees it who may park on it; undefined for anybody else. */
export async function findProductOf(
  db: Database,
  { accountId, productId }: { readonly accountId: string; readonly productId: string },
  now: Temporal.Instant,
): Promise<Product | undefined> {
  const [row] = await run(db, productOfAccount(productId, now, accountId))
  return row && toProduct(row)
}

/** One's own and those that one may park on as a delegate (M6), the one used last first (B2). */
export async function listProductsOf(
  db: Database,
  accountId: string,
  now: Temporal.Instant,
): Promise<Product[]> {
  const rows = await run(db, productsOfAccount(accountId, now))
  return rows.map(toProduct)
}

/** The same and all of them, also those removed from sight (M7): for what is held about somebody. */
export async function listHeldProducts(
  db: Database,
  accountId: string,
  now: Temporal.Instant,
): Promise<Product[]> {
  const rows = await run(db, heldByAccount(accountId, now))
  return rows.map(toProduct)
}

function toProduct({ validFrom, validUntil, ...row }: Row): Product {
  return { ...row, valid: { start: validFrom, end: validUntil } }
}
