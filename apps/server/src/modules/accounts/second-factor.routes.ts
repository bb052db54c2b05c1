import type { Route } from '#http/route.ts'
import type { World } from '#world.ts'
import { confirmByPassword } from './confirmation.ts'
import * as commands from './second-factor.commands.ts'
import { presentSecondFactor } from './second-factor-presentation.ts'
import { signInByCode } from './second-step.ts'

export function secondFactorRoutes(route: Route, world: World): void {
  route('GET /account/second-factor', async ({ actor }) =>
    presentSecondFactor(world.db, actor.accountId),
  )

  // A secret is no answer to keep: a retry gets another one, in the place of the first.
  route('POST /account/authenticator-app', async ({ actor, browser }) =>
    commands.beginAuthenticatorApp(world, actor, browser.signInId),
  )

  route('POST /account/authenticator-app/_confirm', async ({ actor, body, keep }) => ({
    recoveryCodes: [...(await commands.confirmApp(world, actor, { ...body, keep }))],
  }))

  route('POST /account/authenticator-app/_remove', async ({ actor, body, browser, keep }) => {
    const { address } = browser
    await commands.removeApp(world, actor, { ...body, address, keep })
    return undefined
  })

  route('POST /account/recovery-codes/_renew', async ({ actor, browser, keep }) => {
    const { signInId } = browser
    return {
      recoveryCodes: [...(await commands.renewRecoveryCodes(world, actor, { signInId, keep }))],
    }
  })

  // Confirmed is confirmed, however often: there is no answer to keep for a retry.
  route('POST /sign-ins/current/_confirm', async ({ actor, body, browser }) => {
    const { address, signInId } = browser
    await confirmByPassword(world, actor, { ...body, address, signInId })
    return undefined
  })

  route('POST /sign-ins/_complete', async ({ body, browser }) => {
    const { account, cookie } = await signInByCode(world, body, browser)
    browser.remember(cookie)
    return account
  })
}
