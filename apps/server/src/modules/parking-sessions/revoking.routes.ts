import type { Route } from '#http/route.ts'
import type { World } from '#world.ts'
import { revokeAndStop } from './revoking.ts'

export function revokingRoutes(route: Route, world: World): void {
  route('POST /products/{productId}/delegations/{delegationId}/_revoke', async (call) =>
    revokeAndStop(world, call.actor, { ...call.params, ...call.body, keep: call.keep }),
  )
}
