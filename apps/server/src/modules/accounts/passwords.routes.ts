import type { Route } from '#http/route.ts'
import type { World } from '#world.ts'
import * as commands from './passwords.commands.ts'

export function passwordRoutes(route: Route, world: World): void {
  route('POST /password-resets', async ({ body, language, browser: { address } }) => {
    await commands.askForReset(world, { ...body, language, address })
    return undefined
  })

  route('POST /password-resets/_complete', async ({ body }) => {
    await commands.completeReset(world, body)
    return undefined
  })

  route('PUT /account/password', async ({ actor, body, keep, browser }) => {
    const { address, signInId } = browser
    await commands.changePassword(world, actor, { ...body, address, signInId, keep })
    return undefined
  })
}
