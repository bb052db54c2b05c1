/** The products that somebody may use by this protocol. */
import { listProductsOf, type Product } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import { Declined } from './envelope.ts'
import type { Visit } from './call.ts'
import { productIdOf } from './product-ids.ts'
import { texts } from './texts.ts'

/** Of the municipalities that let its clients in. */
export async function listOpenProducts(visit: Visit): Promise<Product[]> {
  return (await listProducts(visit)).filter(({ twoPark }) => twoPark.isOpen)
}

/** All that may be used; of a token for one product, that one. */
async function listProducts({ till, actor, program }: Visit): Promise<Product[]> {
  const products = await listProductsOf(till.db, actor.accountId, till.now())
  const only = program?.productId ?? null
  return only === null ? products : products.filter(({ id }) => id === only)
}

/** The one that is meant, if it is theirs and its municipality lets them. */
export async function getOpenProduct(visit: Visit, id: string): Promise<Product> {
  const products = await listProducts(visit)
  const product = products.find((each) => productIdOf(each) === id)
  if (!product) throw new Refused('notFound')
  if (!product.twoPark.isOpen) throw new Declined('INTERNAL_ERROR', texts.closed)
  return product
}
