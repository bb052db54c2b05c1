/** A read of the API as a query, under a key that a write can invalidate by the endpoint's name. */
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { call, type EndpointName, type InputOf } from './api.ts'

type ReadName = Extract<EndpointName, `GET ${string}`>

export function read<N extends ReadName>(name: N, input: InputOf<N>) {
  return queryOptions({
    queryKey: [name, input] as const,
    queryFn: ({ signal }) => call(name, input, { signal }),
  })
}

/** Resolves when what is on the screen of these reads is new again. */
export async function readAgain(client: QueryClient, ...names: readonly ReadName[]): Promise<void> {
  await Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] })))
}
