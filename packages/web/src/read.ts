/** A read of the API as a query, under a key that a write can invalidate by the endpoint's name. */
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { call, type EndpointName, findKept, hearClock, type InputOf, type OutputOf } from './api.ts'
import { answerOrKept } from './patience.ts'

type ReadName = Extract<EndpointName, `GET ${string}`>

/** What is shown until the answer comes: as long as it is there, its age has to be said. */
const keptAnswers = new WeakSet<object>()

export function read<N extends ReadName>(name: N, input: InputOf<N>) {
  const queryKey = [name, input] as const
  return queryOptions({
    queryKey,
    queryFn: ({ signal, client }) => {
      const shown: object | undefined = client.getQueryData(queryKey)
      const isKeptShown = shown !== undefined && keptAnswers.has(shown)
      const isEmpty = shown === undefined || isKeptShown
      const answer = call(name, input, { signal }).catch((error: unknown) => {
        // What was given up is asked again at once; what failed has nothing to show.
        if (!signal.aborted) withdrawKept(client, queryKey)
        throw error
      })
      return answerOrKept(answer, {
        isEmpty,
        isKeptShown,
        find: () => findKept(name, input),
        show: ({ answer: kept, keptAtMs }) => {
          if (!isEmpty) return
          hearClock(kept, keptAtMs)
          const now = client.setQueryData<OutputOf<N>>(queryKey, kept, { updatedAt: keptAtMs })
          if (now) keptAnswers.add(now)
        },
      })
    },
  })
}

function withdrawKept(client: QueryClient, queryKey: readonly unknown[]): void {
  const query = client.getQueryCache().find<object>({ queryKey, exact: true })
  const shown = query?.state.data
  if (shown === undefined || !keptAnswers.has(shown)) return
  query?.setState({ data: undefined, dataUpdatedAt: 0, status: 'pending' })
}

/** Resolves when what is on the screen of these reads is new again. */
export async function readAgain(client: QueryClient, ...names: readonly ReadName[]): Promise<void> {
  await Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] })))
}
