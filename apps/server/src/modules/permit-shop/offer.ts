/** What the shop's municipality offers, by the codes that the shop knows it by. */
import { z } from 'zod/mini'
import type { Database } from '#database/database.ts'
import { listAreas } from '#modules/organisations/index.ts'
import { listProductTypes, type OfferedType } from '#modules/products/index.ts'
import { Refused, type WrongField } from '#refused.ts'

type Area = { readonly id: string; readonly code: string; readonly name: string }

type Offer = { readonly productTypes: readonly OfferedType[]; readonly areas: readonly Area[] }

export async function listOffer(db: Database, organisationId: string): Promise<Offer> {
  return {
    productTypes: await listProductTypes(db, organisationId),
    areas: await listAreas(db, organisationId),
  }
}

export async function findOffered(
  db: Database,
  organisationId: string,
  wish: { readonly productType: string; readonly area: string },
): Promise<{ readonly type: OfferedType; readonly area: Area }> {
  const { productTypes, areas } = await listOffer(db, organisationId)
  const type = productTypes.find(({ code }) => code === wish.productType)
  const area = areas.find(({ code }) => code === wish.area)
  if (type && area) return { type, area }
  throw new Refused('invalid', { errors: unknownIn({ productTypes, areas }, wish) })
}

/** Of a body that is wrong in other ways too: the codes that the municipality does not have. */
export async function findUnknownCodes(
  db: Database,
  organisationId: string,
  body: unknown,
): Promise<readonly WrongField[]> {
  const productType = WithType.safeParse(body).data?.productType
  const area = WithArea.safeParse(body).data?.area
  return unknownIn(await listOffer(db, organisationId), { productType, area })
}

const Code = z.string().check(z.trim())
const WithType = z.object({ productType: Code })
const WithArea = z.object({ area: Code })

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
