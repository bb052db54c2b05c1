/** What the shop's municipality offers, by the codes that the shop knows it by. */
import type { Database } from '#database/database.ts'
import { listAreas } from '#modules/organisations/index.ts'
import { listProductTypes, type OfferedType } from '#modules/products/index.ts'
import { Refused, type RefusalDetails } from '#refused.ts'

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
  const errors: NonNullable<RefusalDetails['errors']>[number][] = []
  if (!type) errors.push({ in: 'body', pointer: '/productType', code: 'productTypeUnknown' })
  if (!area) errors.push({ in: 'body', pointer: '/area', code: 'areaUnknown' })
  throw new Refused('invalid', { errors })
}
