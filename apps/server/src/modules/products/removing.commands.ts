/** Hiding a product that can't be used any more from who doesn't want to see it (M7). */
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import { recordChange } from '#modules/audit/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { getUsableProduct } from './access.ts'
import { productStateOf } from './products.policy.ts'
import { insertRemovedProduct } from './removing.queries.ts'

export type RemoveProduct = { readonly productId: string; readonly keep: Keep | undefined }

/** Nothing is lost by it: renewed or unblocked, the product is shown again with all it had. */
export async function removeProduct(
  world: World,
  actor: Actor,
  { productId, keep }: RemoveProduct,
): Promise<void> {
  const product = await getUsableProduct(world, actor, productId)
  const at = world.now()
  const state = productStateOf(product, at)
  if (state !== 'expired' && state !== 'blocked') throw new Refused('productUsable')
  // Hidden, nobody could stop them.
  if (product.running + product.planned > 0) throw new Refused('productInUse')
  const { organisationId } = product
  await world.db.transaction().execute(async (tx) => {
    await insertRemovedProduct(tx, { ...actor, productId, at })
    const change = { organisationId, subjectId: productId, at }
    await recordChange(tx, { ...actor, action: 'productRemoved', ...change })
    await keepAnswer(tx, keep, undefined)
  })
}
