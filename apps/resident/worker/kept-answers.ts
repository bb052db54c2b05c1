/**
 * The answers that a start without a network needs: who one is, the products, the sessions as they were
 * last read. They are of one account, for as long as it is signed in here: with its sign-in they go, and
 * one that is over by the clock shows nothing more.
 */
const keptName = 'answers'
const root = '/api/v1'
const keptPath =
  /^\/api\/v1\/(account|start-product|sign-ins\/current|products|parking-sessions|products\/[\w-]+\/parking-sessions)$/
const signIn = `${root}/sign-ins/current`
const account = `${root}/account`
const keptAt = 'kept-at'

export function isOfApi(path: string): boolean {
  return path.startsWith(`${root}/`)
}

/** It goes on for hours, and would keep this worker awake for as long. */
export function isStream(path: string): boolean {
  return path === `${root}/changes`
}

export async function answerApi(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const isKept = request.method === 'GET' && keptPath.test(pathname)
  // A page that waits for the server asks so for what it can show meanwhile.
  const isForKept = request.headers.get('cache-control') === 'only-if-cached'
  if (isForKept) return (await findKept(pathname)) ?? nothing()
  const response = await fetch(request).catch(async (error: unknown) => {
    const kept = isKept ? await findKept(pathname) : undefined
    if (kept) return kept
    throw error
  })
  if (response.headers.has(keptAt)) return response
  const isOver = response.status === 401 || endsSignIn(request, pathname)
  try {
    if (isOver) await caches.delete(keptName)
    else if (isKept && response.ok) await keep(pathname, response.clone())
  } catch {
    // Where storage is full or closed nothing is kept; what was answered is shown all the same.
  }
  return response
}

/** Signing in or out, and closing the account. */
function endsSignIn({ method }: Request, path: string): boolean {
  return method !== 'GET' && /\/(sign-ins|sign-ins\/current|_close)$/.test(path)
}

async function keep(path: string, response: Response): Promise<void> {
  const content = await response.text()
  if (path === account && isOfSomebodyElse(content, await textOf(account))) {
    await caches.delete(keptName)
  }
  const headers = { 'content-type': 'application/json', [keptAt]: String(nowMs()) }
  const cache = await caches.open(keptName)
  await cache.put(path, new Response(content, { headers }))
}

/** That one is signed in is for the server to say. */
async function findKept(path: string): Promise<Response | undefined> {
  if (path === signIn) return undefined
  const { endsAt } = read(await textOf(signIn))
  // oxlint-disable-next-line no-restricted-globals -- Safari has no Temporal, and a worker no polyfill.
  const isOver = endsAt === undefined || Date.parse(endsAt) <= nowMs()
  if (isOver) await caches.delete(keptName)
  return caches.match(path, { cacheName: keptName })
}

function nothing(): Response {
  return new Response(null, { status: 204 })
}

function isOfSomebodyElse(now: string, before: string | undefined): boolean {
  return before !== undefined && read(before).id !== read(now).id
}

async function textOf(path: string): Promise<string | undefined> {
  const response = await caches.match(path, { cacheName: keptName })
  return response?.text()
}

/** What the server answered and we kept. */
function read(text: string | undefined): { readonly id?: string; readonly endsAt?: string } {
  return text === undefined ? {} : (JSON.parse(text) as { id?: string; endsAt?: string })
}

function nowMs(): number {
  return performance.timeOrigin + performance.now()
}
