import type { Route } from '#http/route.ts'
import type { World } from '#world.ts'
import { saveAccessibility } from './accessibility.commands.ts'
import { getAccessibility, listServed } from './accessibility.queries.ts'

export function accessibilityRoutes(route: Route, world: World): void {
  route('GET /organisations', async () => ({ organisations: await listServed(world.db) }))

  route('GET /permit-shop/accessibility', async ({ shop }) =>
    getAccessibility(world.db, shop.organisationId),
  )

  route('PUT /permit-shop/accessibility', async ({ shop, keep, body }) =>
    saveAccessibility(world, shop, { wish: body, keep }),
  )
}
