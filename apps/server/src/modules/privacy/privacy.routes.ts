import type { Route } from '#http/route.ts'
import type { World } from '#world.ts'
import { closeAccount } from './closing.commands.ts'
import { gatherHeldData } from './what-is-held.ts'

export function privacyRoutes(route: Route, world: World): void {
  route('GET /account/held-data', async ({ actor, browser }) =>
    gatherHeldData(world, actor, browser.signInId),
  )

  // A retry finds nobody signed in: there is no answer to keep.
  route('POST /account/_close', async ({ actor, body, browser }) => {
    await closeAccount(world, actor, { ...body, address: browser.address })
    browser.forget()
    return undefined
  })
}
