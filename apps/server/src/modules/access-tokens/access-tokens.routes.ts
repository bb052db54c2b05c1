import type { Route } from '#http/route.ts'
import type { World } from '#world.ts'
import { listAccessTokens } from './access-tokens.queries.ts'
import * as commands from './making.commands.ts'
import { present } from './presentation.ts'

export function accessTokenRoutes(route: Route, world: World): void {
  route('GET /account/access-tokens', async ({ actor }) => {
    const now = world.now()
    const tokens = await listAccessTokens(world.db, actor.accountId)
    return { accessTokens: tokens.map((token) => present(token, now)) }
  })

  route('POST /account/access-tokens', async ({ actor, keep, body, browser }) =>
    commands.makeAccessToken(world, actor, {
      ...body,
      productId: body.productId,
      dayLimit: body.dayLimit,
      lifetimeDays: body.lifetimeDays,
      signInId: browser.signInId,
      keep,
    }),
  )

  route('DELETE /account/access-tokens/{accessTokenId}', async ({ actor, keep, params }) => {
    await commands.revokeAccessToken(world, actor, { ...params, keep })
    return undefined
  })
}
