import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { isHolder } from './products.policy.ts'
import { findProduct, type Product } from './products.queries.ts'

/** The product, if it is the actor's. Someone else's is answered as if it did not exist. */
export async function getOwnProduct(
  { db, now }: World,
  actor: Actor,
  productId: string,
): Promise<Product> {
  const product = await findProduct(db, productId, now())
  if (!product || !isHolder(actor, product)) throw new Refused('notFound')
  return product
}
