/** The history of a product: how much there is, and the pages of it. */
import { infiniteQueryOptions } from '@tanstack/react-query'
import { call, type OutputOf } from '@2park/web/api'
import { read } from '@2park/web/read'
import { m } from '#paraglide/messages.js'

type Counts = OutputOf<'GET /products/{productId}/history'>
export type Count = Counts['parkingSessions']
/** How many there are, as the query says it: undefined while it is counted. */
export type CountsRead = {
  readonly data: Counts | undefined
  readonly error: Error | null
  readonly refetch: () => Promise<unknown>
}
export type ListName = 'parkingSessions' | 'transactions'
export type Transaction =
  OutputOf<'GET /products/{productId}/history/transactions'>['transactions'][number]
export type EndedSession =
  OutputOf<'GET /products/{productId}/history/parking-sessions'>['parkingSessions'][number]

export const historyRead = (productId: string) =>
  read('GET /products/{productId}/history', { params: { productId } })

export const priceRead = (productId: string, parkingSessionId: string) =>
  read('GET /products/{productId}/history/parking-sessions/{parkingSessionId}/price', {
    params: { productId, parkingSessionId },
  })

const sessionPages = 'GET /products/{productId}/history/parking-sessions'

export const endedSessionsRead = (productId: string) =>
  infiniteQueryOptions({
    queryKey: [sessionPages, { params: { productId } }] as const,
    queryFn: ({ pageParam: after, signal }) =>
      call(
        sessionPages,
        { params: { productId }, query: after === undefined ? {} : { after } },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  })

const transactionPages = 'GET /products/{productId}/history/transactions'

export const transactionsRead = (productId: string) =>
  infiniteQueryOptions({
    queryKey: [transactionPages, { params: { productId } }] as const,
    queryFn: ({ pageParam: after, signal }) => {
      const query = after === undefined ? {} : { after }
      return call(transactionPages, { params: { productId }, query }, { signal })
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  })

/** "23", or "1000+" where counting stopped. */
export function countText(count: Count | undefined): string | undefined {
  return count && (count.more ? `${count.value}+` : String(count.value))
}

/** The same for a sentence: "23", or "meer dan 1000". */
export function countWords({ value, more }: Count): string {
  return more ? m.more_than({ count: value }) : String(value)
}
