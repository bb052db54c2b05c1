/** All SQL about products as the permit shop that issued them sees them. */
import type { Language } from '@2park/contract/language'
import type { Amount, Unit } from '@2park/domain/amount'
import type { Interval } from '@2park/domain/interval'
import type { Plate } from '@2park/domain/plate'
import type { ProductKind } from '@2park/domain/product-kind'
import { sql } from 'kysely'
import type { Database, Tx } from '#database/database.ts'
import { closedAddress } from '#modules/accounts/index.ts'

export type OfferedType = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: ProductKind
  readonly unit: Unit
  readonly firstGrant: Amount | null
}

export type IssuedProduct = {
  readonly id: string
  readonly organisationId: string
  readonly number: number
  readonly productType: { readonly code: string; readonly name: string }
  readonly kind: ProductKind
  readonly area: { readonly code: string; readonly name: string }
  /** Null where they closed their account: nobody knows whose it is by now. */
  readonly email: string | null
  readonly language: Language
  readonly valid: Interval
  readonly blocked: boolean
  readonly endedAt: Temporal.Instant | null
  readonly plates: readonly Plate[]
  readonly rightsQuantity: number | null
  /** The shop that did, of those that the municipality has or had. */
  readonly issuedBy: string
  readonly issuedAt: Temporal.Instant
  readonly linkedAt: Temporal.Instant | null
}

export async function listProductTypes(
  db: Database,
  organisationId: string,
): Promise<OfferedType[]> {
  const rows = await db
    .selectFrom('product_types')
    .select(['id', 'code', 'name', 'kind', 'unit', 'first_grant'])
    .where('organisation_id', '=', organisationId)
    .orderBy('code')
    .limit(1000)
    .execute()
  return rows.map(({ first_grant, ...type }) => ({
    ...type,
    // The column holds whole amounts.
    firstGrant: first_grant as Amount | null,
  }))
}

/** Of one municipality; undefined where no shop of it issued such a product. */
export async function findIssuedProduct(
  db: Database | Tx,
  { productId, organisationId }: { readonly productId: string; readonly organisationId: string },
): Promise<IssuedProduct | undefined> {
  const row = await issued(db, organisationId)
    .where('products.id', '=', productId)
    .executeTakeFirst()
  return row && toIssued(row)
}

/** The same, held until the transaction ends. */
export async function lockIssuedProduct(
  tx: Tx,
  { productId, organisationId }: { readonly productId: string; readonly organisationId: string },
): Promise<IssuedProduct | undefined> {
  await tx
    .selectFrom('products')
    .select('id')
    .where('id', '=', productId)
    .where('organisation_id', '=', organisationId)
    .forNoKeyUpdate()
    .execute()
  return findIssuedProduct(tx, { productId, organisationId })
}

/** Newest first, from below a number. */
export async function listIssuedProducts(
  db: Database,
  organisationId: string,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<IssuedProduct[]> {
  const rows = await issued(db, organisationId)
    .$if(before !== undefined, (query) => query.where('products.number', '<', before ?? 0))
    .orderBy('products.number', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toIssued)
}

function issued(db: Database | Tx, organisationId: string) {
  return db
    .selectFrom('products')
    .innerJoin('product_types as type', 'type.id', 'products.product_type_id')
    .innerJoin('areas as area', 'area.id', 'products.area_id')
    .select((eb) => [
      'products.id',
      'products.organisation_id as organisationId',
      'products.number',
      'type.code as typeCode',
      'type.name as typeName',
      'type.kind',
      'area.code as areaCode',
      'area.name as areaName',
      'holder_email as email',
      'language',
      sql<Temporal.Instant>`lower(products.valid)`.as('validFrom'),
      sql<Temporal.Instant>`upper(products.valid)`.as('validUntil'),
      'blocked_at as blockedAt',
      'ended_at as endedAt',
      'rights_quantity as rightsQuantity',
      'issued_by as issuedBy',
      'issued_at as issuedAt',
      'linked_at as linkedAt',
      eb
        .selectFrom('product_plates as plate')
        .select(
          sql<
            Plate[]
          >`coalesce(json_agg(json_build_object('number', plate.plate, 'country', plate.country)
                                order by plate.plate, plate.country), '[]')`.as('plates'),
        )
        .whereRef('plate.product_id', '=', 'products.id')
        .as('plates'),
    ])
    .where('products.organisation_id', '=', organisationId)
    .where('issued_by', 'is not', null)
    .$narrowType<{
      email: string
      language: Language
      issuedBy: string
      issuedAt: Temporal.Instant
    }>()
}

type Row = Awaited<ReturnType<ReturnType<typeof issued>['execute']>>[number]

function toIssued(row: Row): IssuedProduct {
  const { typeCode, typeName, areaCode, areaName, validFrom, validUntil, blockedAt, ...same } = row
  return {
    ...same,
    productType: { code: typeCode, name: typeName },
    area: { code: areaCode, name: areaName },
    email: row.email === closedAddress ? null : row.email,
    valid: { start: validFrom, end: validUntil },
    blocked: blockedAt !== null,
    plates: row.plates ?? [],
  }
}

export type ProductChange = {
  /** Where its link is sent to. */
  readonly email?: string | undefined
  readonly valid?: Interval | undefined
  readonly blockedAt?: Temporal.Instant | null | undefined
  readonly endedAt?: Temporal.Instant | undefined
  readonly rightsQuantity?: number | undefined
}

export async function updateProduct(
  tx: Tx,
  productId: string,
  { email, valid, blockedAt, endedAt, rightsQuantity }: ProductChange,
): Promise<void> {
  const changed = {
    ...(email !== undefined && { holder_email: email }),
    ...(valid && { valid: sql<string>`tstzrange(${valid.start}, ${valid.end})` }),
    ...(blockedAt !== undefined && { blocked_at: blockedAt }),
    ...(endedAt && { ended_at: endedAt }),
    ...(rightsQuantity !== undefined && { rights_quantity: rightsQuantity }),
  }
  if (Object.keys(changed).length === 0) return
  await tx.updateTable('products').set(changed).where('id', '=', productId).execute()
}

/** All of them: what was there before and is not among them goes. */
export async function savePlates(
  tx: Tx,
  productId: string,
  plates: readonly Plate[],
): Promise<void> {
  await tx.deleteFrom('product_plates').where('product_id', '=', productId).execute()
  if (plates.length === 0) return
  await tx
    .insertInto('product_plates')
    .values(
      plates.map(({ number, country }) => ({ product_id: productId, plate: number, country })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
