import type { Route } from '#http/route.ts'
import { Refused } from '#refused.ts'
import type { World } from '#world.ts'
import * as commands from './accounts.commands.ts'
import { findAccount } from './accounts.queries.ts'

export function accountRoutes(route: Route, world: World): void {
  route('POST /sign-ins', async ({ body, browser }) => {
    const { address, token: earlierToken } = browser
    const { account, token } = await commands.signIn(world, { ...body, address, earlierToken })
    browser.remember(token)
    return account
  })

  // Out is out, however often it is asked: there is no answer to keep for a retry.
  route('DELETE /sign-ins/current', async ({ browser }) => {
    if (browser.token) await commands.signOut(world, browser.token)
    browser.forget()
    return undefined
  })

  route('GET /account', async ({ actor }) => {
    const account = await findAccount(world.db, actor.accountId)
    if (!account) throw new Refused('notSignedIn')
    return account
  })
}
