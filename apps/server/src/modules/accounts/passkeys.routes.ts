import type { Route } from '#http/route.ts'
import type { World } from '#world.ts'
import * as commands from './passkeys.commands.ts'
import { listPasskeys } from './passkeys.queries.ts'

export function passkeyRoutes(route: Route, world: World): void {
  route('GET /account/passkeys', async ({ actor }) => {
    const passkeys = await listPasskeys(world.db, actor.accountId)
    return { passkeys: passkeys.map(commands.toAnswer) }
  })

  // A challenge is no answer to keep: it counts once.
  route('POST /account/passkeys/_challenge', async ({ actor, browser }) =>
    commands.beginPasskey(world, actor, browser.signInId),
  )

  route('POST /account/passkeys', async ({ actor, body, keep }) => {
    const { passkey, recoveryCodes } = await commands.addPasskey(world, actor, { ...body, keep })
    return { passkey: commands.toAnswer(passkey), recoveryCodes: [...recoveryCodes] }
  })

  route('PATCH /account/passkeys/{passkeyId}', async ({ actor, params, body, keep }) => {
    const passkey = await commands.namePasskey(world, actor, { ...params, ...body, keep })
    return commands.toAnswer(passkey)
  })

  route('DELETE /account/passkeys/{passkeyId}', async ({ actor, params, browser, keep }) => {
    const { signInId } = browser
    await commands.removePasskey(world, actor, { ...params, signInId, keep })
    return undefined
  })

  route('POST /passkey-challenges', async ({ body, browser }) =>
    commands.beginPasskeySignIn(world, { ...body, address: browser.address }),
  )

  route('POST /sign-ins/_passkey', async ({ body, browser }) => {
    const { account, cookie } = await commands.signInByPasskey(world, body, browser)
    browser.remember(cookie)
    return account
  })
}
