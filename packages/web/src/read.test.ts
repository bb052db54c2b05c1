import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isKept, keptHeader } from './connection.ts'
import { patienceMs } from './patience.ts'
import { read } from './read.ts'

const products = read('GET /products', {})
const kept = { products: [] }
const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })

/** A server that answers when the test wants it to, and a worker that has kept an answer. */
let answers: PromiseWithResolvers<Response>[] = []

beforeEach(() => {
  vi.useFakeTimers()
  answers = []
  vi.stubGlobal('document', { documentElement: { lang: 'nl' } })
  vi.stubGlobal('navigator', { serviceWorker: { controller: {} } })
  vi.stubGlobal('fetch', (_: string, { headers, signal }: RequestInit = {}) => {
    if (new Headers(headers).get('cache-control') === 'only-if-cached') {
      return Promise.resolve(Response.json(kept, { headers: { [keptHeader]: '1000' } }))
    }
    const answer = Promise.withResolvers<Response>()
    signal?.addEventListener('abort', () => answer.reject(new Error('given up')))
    answers.push(answer)
    return answer.promise
  })
})

afterEach(() => {
  client.clear()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function openSlow() {
  const observer = new QueryObserver(client, products)
  const close = observer.subscribe(() => {})
  await vi.advanceTimersByTimeAsync(patienceMs)
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toEqual(kept))
  expect(isKept()).toBe(true)
  return { observer, close }
}

test('what was kept has its age beside it, also when it is asked again meanwhile', async () => {
  const { observer, close } = await openSlow()
  void client.invalidateQueries()
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  await vi.waitFor(() => expect(isKept()).toBe(true))
  expect(observer.getCurrentResult().data).toEqual(kept)
  close()
})

test('what was kept goes when its question fails: there would be nothing that says its age', async () => {
  const { observer, close } = await openSlow()
  answers[0]?.resolve(new Response(null, { status: 503 }))
  await vi.waitFor(() => expect(observer.getCurrentResult().status).toBe('error'))
  expect(observer.getCurrentResult().data).toBeUndefined()
  expect(isKept()).toBe(false)
  close()
})
