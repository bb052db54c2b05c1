import type { Route } from '#http/route.ts'
import { Refused } from '#refused.ts'
import type { World } from '#world.ts'
import { chooseLanguage, chooseMessages, chooseNotifications } from './accounts.commands.ts'
import { findOwnAccount } from './accounts.queries.ts'
import { findNotifications } from './notifications.queries.ts'

export function accountRoutes(route: Route, world: World): void {
  route('GET /account', async ({ actor }) => {
    const account = await findOwnAccount(world.db, actor.accountId)
    if (!account) throw new Refused('notSignedIn')
    return account
  })

  route('PUT /account/language', async ({ actor, body, keep }) => {
    await chooseLanguage(world, actor, { ...body, keep })
    return undefined
  })

  route('PUT /account/messages', async ({ actor, body, keep }) => {
    await chooseMessages(world, actor, { ...body, keep })
    return undefined
  })

  route('GET /account/notifications', async ({ actor }) => {
    const chosen = await findNotifications(world.db, actor.accountId)
    if (!chosen) throw new Refused('notSignedIn')
    return chosen
  })

  route('PUT /account/notifications', async ({ actor, body, keep }) => {
    await chooseNotifications(world, actor, { ...body, keep })
    return undefined
  })
}
