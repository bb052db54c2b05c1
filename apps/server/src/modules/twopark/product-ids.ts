/**
 * By what a client names a product and its location: `BDABZRG_1317$9000001` at `BDA1317` is product
 * 9000001 of type BZRG in area 1317 of the municipality with the letters BDA.
 */
import type { Product } from '#modules/products/index.ts'

type Coded = Pick<Product, 'codes' | 'twoPark'>

export function productIdOf(product: Coded): string {
  return `${productCodeOf(product)}$${product.codes.number}`
}

/** What comes before the `$`. */
export function productCodeOf({ codes, twoPark }: Coded): string {
  return `${twoPark.code}${codes.type}_${codes.area}`
}

export function locationOf({ codes, twoPark }: Coded): string {
  return `${twoPark.code}${codes.area}`
}
