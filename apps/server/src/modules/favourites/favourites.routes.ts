import { plate } from '@2park/domain/plate'
import type { Route } from '#http/route.ts'
import { getOwnProduct, getUsableProduct } from '#modules/products/index.ts'
import type { World } from '#world.ts'
import * as commands from './favourites.commands.ts'
import { listFavourites, listRecentPlates } from './favourites.queries.ts'

export function favouriteRoutes(route: Route, world: World): void {
  route('GET /products/{productId}/favourites', async ({ actor, params }) => {
    const product = await getOwnProduct(world, actor, params.productId)
    return { favourites: await listFavourites(world.db, product.id) }
  })

  route('POST /products/{productId}/favourites', async ({ actor, keep, params, body }) =>
    commands.addFavourite(world, actor, {
      productId: params.productId,
      plate: plate(body.plate.number, body.plate.country),
      name: body.name,
      keep,
    }),
  )

  route('DELETE /products/{productId}/favourites/{favouriteId}', async (call) => {
    await commands.removeFavourite(world, call.actor, { ...call.params, keep: call.keep })
    return undefined
  })

  route('GET /products/{productId}/recent-plates', async ({ actor, params }) => {
    const { id: productId, delegation } = await getUsableProduct(world, actor, params.productId)
    const whose = { ...actor, productId, isHolder: delegation === null }
    const plates = await listRecentPlates(world.db, whose, world.now())
    return {
      recentPlates: plates.map(({ plate: parked, lastParkedAt }) => ({
        plate: parked,
        lastParkedAt: lastParkedAt.toString(),
      })),
    }
  })
}
