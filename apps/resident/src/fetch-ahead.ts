/** Asks for what the first page will show while its code is still on the way. */
import type { QueryClient } from '@tanstack/react-query'
import { accountRead } from './account.ts'
import { productsRead } from './products.ts'
import { needsSignIn, type Place } from './routing/place.ts'
import { allSessionsRead, sessionsRead } from './sessions.ts'

export function fetchAhead(client: QueryClient, place: Place): void {
  if (!needsSignIn(place)) return
  void client.prefetchQuery(accountRead)
  void client.prefetchQuery(productsRead)
  if (place.page === 'sessions') void client.prefetchQuery(sessionsRead(place.productId))
  if (place.page === 'allSessions') void client.prefetchQuery(allSessionsRead)
}
