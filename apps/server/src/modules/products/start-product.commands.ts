/** Choosing the product that one starts with (C2): one that one may park on, or the one used last. */
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import type { Actor, World } from '#world.ts'
import { getUsableProduct } from './access.ts'
import { replaceStartProduct } from './start-product.queries.ts'

type Choice = {
  /** Undefined: the one used last. */
  readonly productId: string | undefined
  readonly keep: Keep | undefined
}

export async function chooseStartProduct(
  world: World,
  actor: Actor,
  { productId, keep }: Choice,
): Promise<void> {
  if (productId !== undefined) await getUsableProduct(world, actor, productId)
  await world.db.transaction().execute(async (tx) => {
    await replaceStartProduct(tx, actor.accountId, productId)
    await keepAnswer(tx, keep, undefined)
  })
}
