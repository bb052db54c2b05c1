/** The app's own files. The build says which there are, and a name for all of them together. */
import { isDaily } from './daily-pages.ts'

declare const shellFiles: readonly string[]
declare const shellName: string

const prefix = 'shell '
const shell = prefix + shellName
const page = '/'

export async function keepShell(): Promise<void> {
  const cache = await caches.open(shell)
  // Those with a hash in their name may come from the browser's cache; the page itself never.
  const requests = shellFiles.map((file) => new Request(file, { cache: 'no-cache' }))
  await cache.addAll(requests)
}

export async function dropOldShells(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(prefix) && name !== shell)
  await Promise.all(old.map((name) => caches.delete(name)))
}

/**
 * A page that one has open every day begins with what was kept, whatever the network does: that there is a
 * newer one is told by its own worker. Any other is the newest where there is a network.
 */
export async function openPage(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (isDaily(pathname)) return (await findPage()) ?? fetch(request)
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await findPage()
    if (kept) return kept
    throw error
  }
}

function findPage(): Promise<Response | undefined> {
  return caches.match(page, { cacheName: shell })
}

export async function findFile(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: shell })) ?? fetch(request)
}
