/** The parking sessions of a product, and of all of them, kept current by the server's clock. */
import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { OutputOf } from '@2park/web/api'
import { serverNow } from '@2park/web/clock'
import { read, readAgain } from '@2park/web/read'

export type Session = OutputOf<'GET /parking-sessions'>['parkingSessions'][number]

export const sessionsRead = (productId: string) =>
  read('GET /products/{productId}/parking-sessions', { params: { productId }, query: {} })

export const allSessionsRead = read('GET /parking-sessions', { query: {} })

export function useSessions(productId: string) {
  return useQuery({ ...sessionsRead(productId), refetchInterval: untilNextTurn })
}

export function useAllSessions() {
  return useQuery({ ...allSessionsRead, refetchInterval: untilNextTurn })
}

/** Everything that a session which begins, ends or changes may alter on the screen. */
export function readSessionsAgain(client: QueryClient): Promise<void> {
  return readAgain(
    client,
    'GET /products',
    'GET /products/{productId}/parking-sessions',
    'GET /parking-sessions',
    'GET /products/{productId}/recent-plates',
    'GET /products/{productId}/locations',
    'GET /products/{productId}/history',
    'GET /products/{productId}/history/parking-sessions',
    'GET /products/{productId}/history/transactions',
  )
}

const longestWaitMs = 60 * 60 * 1000
/** A server that is a moment late is asked again, and not without end at once. */
const shortestWaitMs = 1000

type ListQuery = {
  readonly state: { readonly data?: OutputOf<'GET /parking-sessions'> | undefined }
}

/** How long until the next planned session begins or the next running one ends: then ask again. */
function untilNextTurn({ state: { data } }: ListQuery): number | false {
  const turn = nextTurn(data?.parkingSessions ?? [])
  if (turn === undefined) return false
  const waitMs = serverNow().until(turn).total('milliseconds')
  return Math.min(Math.max(waitMs, shortestWaitMs), longestWaitMs)
}

/** The first moment at which a session of the list begins or ends. */
export function nextTurn(sessions: readonly Session[]): string | undefined {
  const turns = sessions.map(({ state, start, end }) => (state === 'planned' ? start : end))
  return turns.reduce<string | undefined>(
    (first, turn) => (first === undefined || isEarlier(turn, first) ? turn : first),
    undefined,
  )
}

export function isEarlier(a: string, b: string): boolean {
  return Temporal.Instant.compare(a, b) < 0
}
