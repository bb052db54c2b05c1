import type { Route } from '#http/route.ts'
import { findActor } from '#modules/accounts/index.ts'
import type { World } from '#world.ts'
import { limited } from './link-limit.ts'
import * as commands from './linking.commands.ts'
import { offerOf } from './offer.ts'

export function linkingRoutes(route: Route, world: World): void {
  route('POST /links/_look', async ({ body, browser }) => {
    const actor = browser.token === undefined ? undefined : await findActor(world, browser.token)
    return limited(world, browser, () => offerOf(world, body.token, actor))
  })

  route('POST /links/_accept', async ({ actor, keep, body, browser }) => {
    const { address } = browser
    return limited(world, { address, actor }, () =>
      commands.acceptLink(world, actor, { token: body.token, keep }),
    )
  })

  route('POST /links/_register', async ({ body, browser, language }) => {
    const { cookie, linked } = await limited(world, browser, () =>
      commands.registerByLink(world, { ...body, language }, browser),
    )
    if (cookie) browser.remember(cookie)
    return linked
  })
}
