import type { Route } from '#http/route.ts'
import type { World } from '#world.ts'
import { findAlsoWrong } from './branding-faults.ts'
import { saveBranding } from './branding.commands.ts'
import { getBranding } from './branding.queries.ts'

/** By the token of a permit shop, which is one municipality's: nobody else's can be named. */
export function brandingRoutes(route: Route, world: World): void {
  route('GET /permit-shop/branding', async ({ shop }) => getBranding(world.db, shop.organisationId))

  route(
    'PUT /permit-shop/branding',
    async ({ shop, keep, version, body }) =>
      saveBranding(world, shop, { wish: body, version, keep }),
    async ({ shop }, body) => findAlsoWrong(world.db, shop, body),
  )
}
