/** Asks for what the first page will show while its code is still on the way. */
import type { QueryClient } from '@tanstack/react-query'
import { productsRead } from './products.ts'
import type { Place } from './routing/place.ts'
import { allSessionsRead, sessionsRead } from './sessions.ts'

/** Pages that somebody may be on without being signed in. */
const anyone: ReadonlySet<Place['page']> = new Set(['signIn', 'link', 'permitShop'])

export function fetchAhead(client: QueryClient, place: Place): void {
  if (anyone.has(place.page)) return
  void client.prefetchQuery(productsRead)
  if (place.page === 'sessions') void client.prefetchQuery(sessionsRead(place.productId))
  if (place.page === 'allSessions') void client.prefetchQuery(allSessionsRead)
}
