import type { Api } from '@2park/contract/api'
import type { Output } from '@2park/contract/endpoint'
import { stateByDates, type IssuedProduct } from '#modules/products/index.ts'

export type ShopProduct = Output<Api['GET /permit-shop/products/{productId}']>

export function present(product: IssuedProduct, now: Temporal.Instant): ShopProduct {
  const { email, rightsQuantity, linkedAt, endedAt, valid } = product
  return {
    id: product.id,
    number: product.number,
    productType: product.productType,
    area: product.area,
    ...(email !== null && { email }),
    language: product.language,
    validFrom: valid.start.toString(),
    validUntil: valid.end.toString(),
    plates: [...product.plates],
    ...(rightsQuantity !== null && { rightsQuantity }),
    state: endedAt ? 'ended' : stateByDates(product, now),
    issuedAt: product.issuedAt.toString(),
    ...(linkedAt && { linkedAt: linkedAt.toString() }),
  }
}
