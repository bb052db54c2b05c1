import type { Route } from '#http/route.ts'
import { getUsableProduct } from '#modules/products/index.ts'
import type { World } from '#world.ts'
import { listLocations } from './locations.ts'

export function locationRoutes(route: Route, world: World): void {
  route('GET /products/{productId}/locations', async ({ actor, params }) => {
    const product = await getUsableProduct(world, actor, params.productId)
    const { locations, lastUsed } = await listLocations(world, actor, product)
    return {
      locations: locations.map(({ anHour, ...location }) => ({
        ...location,
        anHour: { unit: product.unit, value: anHour },
      })),
      ...(lastUsed !== undefined && { lastUsed }),
    }
  })
}
