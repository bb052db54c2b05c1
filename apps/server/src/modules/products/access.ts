import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { isHolder } from './products.policy.ts'
import { findProduct, findProductOf, type Product } from './products.queries.ts'

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

/**
 * The product, if the actor may park on it, as they see it: their own, or another's by a delegation.
 * A revoked one stays in view until the last session that was booked by it has ended.
 */
export async function getUsableProduct(
  { db, now }: World,
  { accountId }: Actor,
  productId: string,
): Promise<Product> {
  const product = await findProductOf(db, { accountId, productId }, now())
  if (!product) throw new Refused('notFound')
  const { delegation, running, planned } = product
  if (delegation?.revoked && running + planned === 0) throw new Refused('notFound')
  return product
}
