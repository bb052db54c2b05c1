import type { Route } from '#http/route.ts'
import type { World } from '#world.ts'
import { challengeForProof } from './proof.ts'

export function proofRoutes(route: Route, world: World): void {
  route('GET /proof-challenge', async () => challengeForProof(world))
}
