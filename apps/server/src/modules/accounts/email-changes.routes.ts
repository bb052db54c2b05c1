import type { Route } from '#http/route.ts'
import type { World } from '#world.ts'
import * as commands from './email-changes.commands.ts'

export function emailChangeRoutes(route: Route, world: World): void {
  route('POST /email-changes', async ({ actor, body, keep, browser: { address } }) => {
    await commands.askForEmailChange(world, actor, { ...body, address, keep })
    return undefined
  })

  route('POST /email-changes/_confirm', async ({ body }) =>
    commands.confirmEmailChange(world, body.token),
  )
}
