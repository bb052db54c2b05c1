/**
 * Keeps the screen current with what happens elsewhere: on another device, by a delegate, by a
 * payment. The server tells which products changed, and what is on the screen of them is read again.
 * Where it can't tell, because a proxy or a network is in the way, all is read again now and then.
 * A page that nobody looks at listens to nothing: browsers give a server six connections, and no more.
 */
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { EventOf } from '@2park/web/api'

type Change = EventOf<'GET /changes'>

const checkMs = 5000
/** The server says something every quarter of a minute. */
const silenceMs = 40_000
/** How long after a refusal it is asked once more. */
const againMs = 60_000

/** Until what it answers is called. */
export function watchChanges(client: QueryClient): () => void {
  let source: EventSource | undefined
  let heardMs = performance.now()
  let openedMs = 0

  const close = () => {
    source?.close()
    source = undefined
  }
  const open = () => {
    close()
    openedMs = performance.now()
    source = new EventSource('/api/v1/changes')
    source.addEventListener('message', ({ data }) => {
      heardMs = performance.now()
      // What our own server sends on this address is as the contract says.
      hear(JSON.parse(String(data)) as Change)
    })
  }
  const hear = (change: Change) => {
    if (change.kind === 'ended') close()
    if (change.kind === 'changed') return readAgain(client, change)
    if (change.kind !== 'beat') readAgain(client)
  }
  const check = () => {
    if (document.hidden) return
    const isHeard = source?.readyState === EventSource.OPEN && isWithin(heardMs, silenceMs)
    if (isHeard) return
    // What failed says so until one tries again or the line is back: in between it would come and go.
    readAgain(client, { isHabit: true })
    const isTrying = source?.readyState === EventSource.CONNECTING
    if (!isTrying && !isWithin(openedMs, againMs)) open()
  }
  const turn = () => (document.hidden ? close() : open())

  turn()
  const timer = setInterval(check, checkMs)
  document.addEventListener('visibilitychange', turn)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', turn)
    close()
  }
}

function isWithin(sinceMs: number, limitMs: number): boolean {
  return performance.now() - sinceMs < limitMs
}

type Which = { readonly productIds?: readonly string[]; readonly isHabit?: boolean }

/** What is on the screen of these products, and of all of them together; of none named, everything. */
function readAgain(client: QueryClient, { productIds, isHabit = false }: Which = {}): void {
  const isAbout = (productId: string | undefined) =>
    productIds === undefined || productId === undefined || productIds.includes(productId)
  void client.invalidateQueries(
    {
      predicate: ({ queryKey, state }) =>
        isRead(queryKey) &&
        isAbout(productIdOf(queryKey)) &&
        !(isHabit && state.status === 'error' && state.data === undefined),
    },
    // One that is on its way has asked before this, so it is asked again; but not by mere habit.
    { cancelRefetch: productIds !== undefined },
  )
}

/** A quote is asked for by its own form, and how one signs in has its own pages. */
function isRead([name]: QueryKey): boolean {
  return typeof name === 'string' && /^GET \/(?!sign-ins|account\/)/.test(name)
}

function productIdOf([, input]: QueryKey): string | undefined {
  const { params } = (input ?? {}) as { params?: { productId?: string } }
  return params?.productId
}
