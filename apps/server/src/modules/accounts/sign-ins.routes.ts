import { isBefore } from '@2park/domain/interval'
import type { Route } from '#http/route.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import * as commands from './accounts.commands.ts'
import * as elsewhere from './elsewhere.commands.ts'
import { presentSignIn } from './sign-in-presentation.ts'
import { endOf } from './sign-ins.ts'

export function signInRoutes(route: Route, world: World): void {
  route('POST /sign-ins', async ({ body, browser }) => {
    const { account, cookie } = await commands.signIn(world, body, browser)
    browser.remember(cookie)
    return account
  })

  route('GET /sign-ins', async ({ actor, browser }) => {
    const signIns = await listFor(actor, browser)
    return { signIns: signIns.map((signIn) => presentSignIn(signIn, browser.signInId)) }
  })

  route('DELETE /sign-ins', async ({ actor, browser, keep }) => {
    await elsewhere.signOutElsewhere(world, actor, { currentId: browser.signInId, keep })
    return undefined
  })

  route('DELETE /sign-ins/{signInId}', async ({ actor, params, keep }) => {
    await elsewhere.signOutIn(world, actor, { ...params, keep })
    return undefined
  })

  route('GET /sign-ins/current', async ({ actor, browser }) => {
    const signIns = await listFor(actor, browser)
    const current = signIns.find(({ id }) => id === browser.signInId)
    if (!current) throw new Refused('notSignedIn')
    const endsAt = endOf(current)
    return {
      asOf: world.now().toString(),
      endsAt: endsAt.toString(),
      isProlongable: isBefore(endsAt, current.expiresAt),
      isRemembered: current.isRemembered,
    }
  })

  // Out is out, however often it is asked: there is no answer to keep for a retry.
  route('DELETE /sign-ins/current', async ({ browser }) => {
    if (browser.token) await commands.signOut(world, browser.token)
    browser.forget()
    return undefined
  })

  /** That they are here now is perhaps still being written. */
  async function listFor(actor: Actor, { signInId, seenAt }: Here) {
    const signIns = await elsewhere.listOwnSignIns(world, actor)
    return signIns.map((signIn) =>
      signIn.id === signInId && seenAt ? { ...signIn, seenAt } : signIn,
    )
  }
}

type Here = {
  readonly signInId: string | undefined
  readonly seenAt: Temporal.Instant | undefined
}
