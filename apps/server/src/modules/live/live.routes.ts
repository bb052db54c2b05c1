import type { Route } from '#http/route.ts'
import { Refused } from '#refused.ts'
import type { Changes } from './live.ts'

export function liveRoutes(route: Route, changes: Changes): void {
  route('GET /changes', async ({ actor, browser }) => {
    // Whoever is signed in here has a sign-in; another kind of caller has none to end with.
    if (browser.signInId === undefined) throw new Refused('notSignedIn')
    return changes.watch({ ...actor, signInId: browser.signInId })
  })
}
