import type { Route } from '#http/route.ts'
import { Refused } from '#refused.ts'
import type { World } from '#world.ts'
import { getPushKey } from './push-key.ts'
import { subscribe, unsubscribe } from './pushes.commands.ts'
import { isSubscribed } from './subscriptions.queries.ts'

/** `services` are the origins that the settings add to the push services of browser makers. */
export function pushRoutes(route: Route, world: World, services: readonly string[]): void {
  route('GET /push-subscriptions/current', async ({ browser }) => ({
    isOn: await isSubscribed(world.db, here(browser)),
    applicationServerKey: (await getPushKey(world)).publicKey,
  }))

  route('PUT /push-subscriptions/current', async ({ actor, browser, body, keep }) => {
    const { endpoint, keys } = body
    await subscribe(world, actor, { signInId: here(browser), endpoint, ...keys, services, keep })
    return undefined
  })

  route('DELETE /push-subscriptions/current', async ({ actor, browser, keep }) => {
    await unsubscribe(world, actor, { signInId: here(browser), keep })
    return undefined
  })
}

/** A browser gets pushes as long as it is signed in: another kind of caller has no browser. */
function here({ signInId }: { readonly signInId: string | undefined }): string {
  if (signInId === undefined) throw new Refused('notSignedIn')
  return signInId
}
