/** A read of the API as a query, under a key that a write can invalidate by the endpoint's name. */
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { call, type EndpointName, findKept, hearClock, type InputOf, type OutputOf } from './api.ts'
import { answerOrKept } from './patience.ts'

type ReadName = Extract<EndpointName, `GET ${string}`>

export function read<N extends ReadName>(name: N, input: InputOf<N>) {
  const queryKey = [name, input] as const
  return queryOptions({
    queryKey,
    queryFn: ({ signal, client }) => {
      const isEmpty = client.getQueryData(queryKey) === undefined
      return answerOrKept(call(name, input, { signal }), {
        isEmpty,
        find: () => findKept(name, input),
        show: ({ answer, keptAtMs }) => {
          if (!isEmpty) return
          hearClock(answer, keptAtMs)
          client.setQueryData<OutputOf<N>>(queryKey, answer, { updatedAt: keptAtMs })
        },
      })
    },
  })
}

/** Resolves when what is on the screen of these reads is new again. */
export async function readAgain(client: QueryClient, ...names: readonly ReadName[]): Promise<void> {
  await Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] })))
}
