import type { Route } from '#http/route.ts'
import type { World } from '#world.ts'
import { chooseStartProduct } from './start-product.commands.ts'
import { findStartProduct } from './start-product.queries.ts'

export function startProductRoutes(route: Route, world: World): void {
  route('GET /start-product', async ({ actor }) => {
    const productId = await findStartProduct(world.db, actor.accountId)
    return productId === undefined ? {} : { productId }
  })

  route('PUT /start-product', async ({ actor, body, keep }) => {
    await chooseStartProduct(world, actor, { productId: body.productId, keep })
    return undefined
  })
}
