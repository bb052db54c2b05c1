/** What the shop's municipality offers, by the codes that the shop knows it by. */
import { Id } from '@2park/contract/fields'
import type { ProductKind } from '@2park/domain/product-kind'
import { z } from 'zod/mini'
import type { Database } from '#database/database.ts'
import { listAreas } from '#modules/organisations/index.ts'
import { findIssuedProduct, listProductTypes, type OfferedType } from '#modules/products/index.ts'
import { Refused, type WrongField } from '#refused.ts'

type Area = { readonly id: string; readonly code: string; readonly name: string }

type Offer = { readonly productTypes: readonly OfferedType[]; readonly areas: readonly Area[] }

export async function listOffer(db: Database, organisationId: string): Promise<Offer> {
  return {
    productTypes: await listProductTypes(db, organisationId),
    areas: await listAreas(db, organisationId),
  }
}

type Wish = {
  readonly productType: string
  readonly area: string
  readonly plates: readonly unknown[]
  readonly rightsQuantity: number | undefined
}

export async function findOffered(
  db: Database,
  organisationId: string,
  wish: Wish,
): Promise<{ readonly type: OfferedType; readonly area: Area }> {
  const { productTypes, areas } = await listOffer(db, organisationId)
  const type = productTypes.find(({ code }) => code === wish.productType)
  const area = areas.find(({ code }) => code === wish.area)
  const errors = [...unknownIn({ productTypes, areas }, wish), ...wrongFor(type, wish)]
  if (type && area && errors.length === 0) return { type, area }
  throw new Refused('invalid', { errors })
}

/**
 * Of a body that is wrong in other ways too: the codes that the municipality does not have, and what
 * a product of that type can't do without.
 */
export async function findAlsoWrong(
  db: Database,
  organisationId: string,
  body: unknown,
): Promise<readonly WrongField[]> {
  const productType = WithType.safeParse(body).data?.productType
  const area = WithArea.safeParse(body).data?.area
  const offer = await listOffer(db, organisationId)
  const type = offer.productTypes.find(({ code }) => code === productType)
  const rightsQuantity = WithRights.safeParse(body).data?.rightsQuantity
  const wish = { plates: platesIn(body), rightsQuantity }
  return [...unknownIn(offer, { productType, area }), ...wrongFor(type, wish)]
}

/** The same of a change. */
export async function findAlsoWrongInChange(
  db: Database,
  organisationId: string,
  { params, body }: { readonly params: unknown; readonly body: unknown },
): Promise<readonly WrongField[]> {
  const productId = WithProduct.safeParse(params).data?.productId
  if (productId === undefined) return []
  const product = await findIssuedProduct(db, { productId, organisationId })
  return product ? wrongPlatesOf(product.kind, platesIn(body)) : []
}

/** A resident product with a temporary plate is for one plate, and gives no right without it (O1). */
export function wrongPlatesOf(
  kind: ProductKind,
  plates: readonly unknown[] | undefined,
): WrongField[] {
  if (kind !== 'temporaryPlate' || plates === undefined || plates.length === 1) return []
  return [{ in: 'body', pointer: '/plates', code: 'onePlate' }]
}

type OfKind = { readonly plates: readonly unknown[] | undefined; readonly rightsQuantity: unknown }

function wrongFor(type: OfferedType | undefined, { plates, rightsQuantity }: OfKind): WrongField[] {
  if (!type) return []
  const wrong = wrongPlatesOf(type.kind, plates ?? [])
  // Without them there would be no end to what parks on it (O3).
  if (type.kind === 'pool' && rightsQuantity === undefined)
    wrong.push({ in: 'body', pointer: '/rightsQuantity', code: 'required' })
  return wrong
}

function platesIn(body: unknown): readonly unknown[] | undefined {
  return WithPlates.safeParse(body).data?.plates
}

const Code = z.string().check(z.trim())
const WithType = z.object({ productType: Code })
const WithArea = z.object({ area: Code })
const WithPlates = z.object({ plates: z.array(z.unknown()) })
const WithRights = z.object({ rightsQuantity: z.unknown() })
const WithProduct = z.object({ productId: Id })

type Codes = { readonly productType: string | undefined; readonly area: string | undefined }

function unknownIn({ productTypes, areas }: Offer, wish: Codes): WrongField[] {
  const isUnknown = (code: string | undefined, offered: readonly { readonly code: string }[]) =>
    code !== undefined && !offered.some((each) => each.code === code)
  const wrong: WrongField[] = []
  if (isUnknown(wish.productType, productTypes))
    wrong.push({ in: 'body', pointer: '/productType', code: 'productTypeUnknown' })
  if (isUnknown(wish.area, areas)) wrong.push({ in: 'body', pointer: '/area', code: 'areaUnknown' })
  return wrong
}
