/** The app's worker, from the page: it begins when all is on the screen, and tells of a new version. */
import { useSyncExternalStore } from 'react'

const lookEveryMs = 60 * 60 * 1000

let waiting: ServiceWorker | undefined
const listeners = new Set<() => void>()

/** Resolves when it serves this page, for the first time. Undefined where the browser has no workers. */
export async function startWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const isFirst = serviceWorker.controller === null
  const registration = await serviceWorker.register('/worker.js')
  look(registration)
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => look(registration))
  })
  setInterval(() => void registration.update().catch(() => {}), lookEveryMs)
  if (!isFirst) return
  await new Promise<void>((resolve) => {
    serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true })
  })
}

/** A second one waits while the first serves a page. */
function look({ waiting: next }: ServiceWorkerRegistration): void {
  waiting = navigator.serviceWorker.controller === null ? undefined : (next ?? undefined)
  for (const listener of listeners) listener()
}

/** How to go on with the new version; undefined while there is none. */
export function useNewVersion(): (() => void) | undefined {
  const worker = useSyncExternalStore(onChange, () => waiting)
  if (!worker) return undefined
  return () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload())
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is no window.
    worker.postMessage('take over')
  }
}

function onChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
