/** Writes product types and products. */
import { randomUUIDv7 } from 'node:crypto'
import type { Language } from '@2park/contract/language'
import type { Amount, Unit } from '@2park/domain/amount'
import type { ProductRules } from '@2park/domain/decision'
import type { Interval } from '@2park/domain/interval'
import type { ProductKind } from '@2park/domain/product-kind'
import { sql } from 'kysely'
import type { Tx } from '#database/database.ts'
import type { BalancePeriod } from './balance-period.ts'
import type { DelegationRule } from './products.queries.ts'

export type ProductType = {
  readonly id: string
  readonly organisationId: string
  readonly code: string
  readonly name: string
  /** How one parks with it: visitors, unless it is said. */
  readonly kind?: ProductKind | undefined
  readonly unit: Unit
  /** A fare of the municipality that takes the place of the area's. */
  readonly ownFareCode?: string | undefined
  readonly rules: Omit<ProductRules, 'unit'>
  readonly balancePeriod?: BalancePeriod | undefined
  /** Whether holders may let others park (J1), and with any plate or with one (J3). */
  readonly delegations?: DelegationRule | undefined
  /** What each period gives, and what becomes of what is left of the one before (P3). */
  readonly periodGrant?:
    | { readonly amount: Amount; readonly unused: 'lapses' | 'carriesOver' }
    | undefined
  readonly topUps?: TopUpOffer | undefined
  /** Of prepaid parking: the areas of which one is chosen for each session (O2). */
  readonly locations?: readonly string[] | undefined
  /** What a product begins with, where no period gives it anything. */
  readonly firstGrant?: Amount | undefined
}

/** What of a type's balance can be bought. */
export type TopUpOffer = {
  readonly options: readonly { readonly priceCents: number; readonly gives: Amount }[]
  /** The most in a balance period, in euro cents paid or in the balance that they give. */
  readonly cap?: { readonly counts: 'price' | 'balance'; readonly most: number } | undefined
}

export async function insertProductType(tx: Tx, type: ProductType): Promise<void> {
  const { organisationId, rules, ownFareCode = null, topUps } = type
  await tx
    .insertInto('product_types')
    .values((eb) => ({
      id: type.id,
      organisation_id: organisationId,
      code: type.code,
      name: type.name,
      kind: type.kind ?? 'visitor',
      unit: type.unit,
      own_fare_id: eb
        .selectFrom('fares')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('code', '=', ownFareCode),
      end_of_day_deactivation: rules.endOfDayDeactivation,
      extension_allowed: rules.extensionAllowed,
      max_duration_seconds: rules.maxDurationSeconds ?? null,
      max_concurrent: rules.maxConcurrent ?? null,
      max_days_ahead: rules.maxDaysAhead,
      balance_period: type.balancePeriod ?? null,
      delegations: type.delegations ?? 'notAllowed',
      ...capColumns(topUps?.cap),
      first_grant: type.firstGrant ?? null,
      ...grantColumns(type.periodGrant),
    }))
    .execute()
  for (const areaId of type.locations ?? []) {
    await tx
      .insertInto('product_type_areas')
      .values({ product_type_id: type.id, area_id: areaId })
      .execute()
  }
  for (const { priceCents, gives } of topUps?.options ?? []) {
    await tx
      .insertInto('top_up_options')
      .values({ id: randomUUIDv7(), product_type_id: type.id, price_cents: priceCents, gives })
      .execute()
  }
}

function grantColumns(grant: ProductType['periodGrant']) {
  return { period_grant: grant?.amount ?? null, unused_balance: grant?.unused ?? null }
}

function capColumns(cap: TopUpOffer['cap']) {
  return { top_up_cap: cap?.most ?? null, top_up_cap_counts: cap?.counts ?? null }
}

type ProductRow = {
  readonly id: string
  readonly productTypeId: string
  readonly areaId: string
  readonly holder: Holder
  readonly valid: Interval
  readonly rightsQuantity?: number | undefined
  readonly number?: number | undefined
}

/** Known by an account, or until it is linked by the address that its link is sent to. */
export type Holder =
  | { readonly accountId: string }
  | { readonly email: string; readonly issued?: Issued | undefined }

/** By which shop, when, and in which language the holder is written to. */
export type Issued = {
  readonly by: string
  readonly at: Temporal.Instant
  readonly language: Language
}

/** Its number is the municipality's next, unless it had one elsewhere. */
export async function insertProduct(
  tx: Tx,
  { id, productTypeId, areaId, holder, valid, rightsQuantity, number }: ProductRow,
): Promise<{ readonly organisationId: string; readonly unit: Unit }> {
  const type = await tx
    .selectFrom('product_types')
    .innerJoin('organisations', 'organisations.id', 'organisation_id')
    .select(['organisation_id', 'unit'])
    .where('product_types.id', '=', productTypeId)
    // Two at once would count to the same number.
    .forNoKeyUpdate('organisations')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('products')
    .values((eb) => ({
      id,
      organisation_id: type.organisation_id,
      product_type_id: productTypeId,
      area_id: areaId,
      ...holderColumns(holder),
      rights_quantity: rightsQuantity ?? null,
      number:
        number ??
        eb
          .selectFrom('products')
          .select(sql<number>`coalesce(max(number), 100000) + 1`.as('next'))
          .where('organisation_id', '=', type.organisation_id),
      valid: sql<string>`tstzrange(${valid.start}, ${valid.end})`,
    }))
    .execute()
  return { organisationId: type.organisation_id, unit: type.unit }
}

function holderColumns(holder: Holder) {
  const issued = 'email' in holder ? holder.issued : undefined
  return {
    holder_id: 'accountId' in holder ? holder.accountId : null,
    holder_email: 'email' in holder ? holder.email : null,
    issued_by: issued?.by ?? null,
    issued_at: issued?.at ?? null,
    language: issued?.language ?? null,
  }
}

/** Undefined where it was somebody's already; otherwise whether the shop has ended it. */
export async function updateHolder(
  tx: Tx,
  productId: string,
  { holderId, at }: { readonly holderId: string; readonly at: Temporal.Instant },
): Promise<{ readonly ended: boolean } | undefined> {
  const row = await tx
    .updateTable('products')
    .set({ holder_id: holderId, linked_at: at })
    .where('id', '=', productId)
    .where('holder_id', 'is', null)
    .returning('ended_at')
    .executeTakeFirst()
  return row && { ended: row.ended_at !== null }
}
