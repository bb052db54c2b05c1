/** The app's own files. The build says which there are, and a name for all of them together. */
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

/** The newest page where there is a network, and ours where there is none. */
export async function openPage(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(page)
    if (kept) return kept
    throw error
  }
}

export async function findFile(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: shell })) ?? fetch(request)
}
