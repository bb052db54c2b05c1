/**
 * What of the app works without its page, and without a network: its own files, the answers that were
 * read last, and pushes. Whatever writes goes to the server or fails: nothing is kept to be done later,
 * because a parking session that one thinks has begun must have begun.
 */
import { answerApi, isOfApi, isStream } from './kept-answers.ts'
import { openPlace, showPush } from './pushes.ts'
import { dropOldShells, findFile, keepShell, openPage } from './shell.ts'

declare const self: ServiceWorkerGlobalScope

self.addEventListener('install', (event) => event.waitUntil(keepShell()))

// The first worker serves the page that brought it; a later one waits until its page is asked to change.
self.addEventListener('activate', (event) =>
  event.waitUntil(dropOldShells().then(() => self.clients.claim())),
)

self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin || isStream(pathname)) return
  if (request.mode === 'navigate') event.respondWith(openPage(request))
  else if (isOfApi(pathname)) event.respondWith(answerApi(request))
  else if (request.method === 'GET') event.respondWith(findFile(request))
})

self.addEventListener('push', (event) => event.waitUntil(showPush(event.data)))

self.addEventListener('notificationclick', (event) => event.waitUntil(openPlace(event)))
