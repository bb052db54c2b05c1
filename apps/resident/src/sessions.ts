/** The parking sessions of a product, and of all of them, kept current by the server's clock. */
import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { OutputOf } from '@2park/web/api'
import { serverNow, useServerMinute } from '@2park/web/clock'
import { isKept } from '@2park/web/connection'
import { read, readAgain } from '@2park/web/read'

export type Session = OutputOf<'GET /parking-sessions'>['parkingSessions'][number]

export const sessionsRead = (productId: string) =>
  read('GET /products/{productId}/parking-sessions', { params: { productId }, query: {} })

export const allSessionsRead = read('GET /parking-sessions', { query: {} })

export function useSessions(productId: string) {
  return useList(sessionsRead(productId))
}

export function useAllSessions() {
  return useList(allSessionsRead)
}

type List = OutputOf<'GET /parking-sessions'>
type ListRead = typeof allSessionsRead | ReturnType<typeof sessionsRead>

function useList(list: ListRead) {
  // Both are lists of parking sessions, which the union of their keys hides.
  const options = list as typeof allSessionsRead
  const { data, error, refetch } = useQuery({ ...options, refetchInterval: untilNextTurn })
  // What was kept is looked at anew each minute.
  useServerMinute()
  return { data: data && current(data), error, refetch }
}

/** What was kept from before tells how it was then; what it is now follows from the clock. */
function current(list: List): List {
  if (!isKept()) return list
  return { ...list, parkingSessions: asOfNow(list.parkingSessions, serverNow()) }
}

export function asOfNow(sessions: readonly Session[], now: Temporal.Instant): Session[] {
  const hasBegun = (instant: string) => Temporal.Instant.compare(instant, now) <= 0
  return sessions
    .filter(({ end }) => !hasBegun(end))
    .map((session) => ({ ...session, state: hasBegun(session.start) ? 'running' : 'planned' }))
}

/** What was booked or changed is on the screen at once, and is not waited for. */
export function keepSession(client: QueryClient, session: Session): void {
  const keep = (list: List | undefined) => {
    const others = list?.parkingSessions.filter(({ id }) => id !== session.id)
    return list && others && { ...list, parkingSessions: [...others, session] }
  }
  client.setQueryData(sessionsRead(session.productId).queryKey, keep)
  client.setQueryData(allSessionsRead.queryKey, keep)
}

/** So is what has ended. */
export function forgetSession(client: QueryClient, sessionId: string): void {
  for (const name of ['GET /products/{productId}/parking-sessions', 'GET /parking-sessions']) {
    client.setQueriesData<List>(
      { queryKey: [name] },
      (list) =>
        list && {
          ...list,
          parkingSessions: list.parkingSessions.filter(({ id }) => id !== sessionId),
        },
    )
  }
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
  if (isKept()) return false
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
