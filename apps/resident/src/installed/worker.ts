/** The app's worker, from the page: it begins when all is on the screen, and tells of a new version. */
import { useSyncExternalStore } from 'react'

const lookEveryMs = 60 * 60 * 1000

/** Of a newer version than this page: it waits, or has taken over because another tab asked it to. */
let newer: ServiceWorker | undefined
let isAsked = false
const listeners = new Set<() => void>()

/** Resolves when there is one, and says whether there was none before: the first serves the page that brought it. */
export async function startWorker(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  const { serviceWorker } = navigator
  // One may be there that does not serve this page: a reload past every cache goes past it, too.
  const isFirst = !(await serviceWorker.getRegistration())?.active
  const registration = await serviceWorker.register('/worker.js')
  look(registration)
  const watch = () =>
    registration.installing?.addEventListener('statechange', () => look(registration))
  // Another tab may have found it already.
  watch()
  registration.addEventListener('updatefound', watch)
  setInterval(() => void registration.update().catch(() => {}), lookEveryMs)
  if (isFirst) await nextController(serviceWorker)
  serviceWorker.addEventListener('controllerchange', onTakeOver)
  return isFirst
}

function nextController(workers: ServiceWorkerContainer): Promise<void> {
  return new Promise((resolve) => {
    workers.addEventListener('controllerchange', () => resolve(), { once: true })
  })
}

/** A second one waits while the first serves pages. */
function look({ waiting, active }: ServiceWorkerRegistration): void {
  if (waiting && active) tellOf(waiting)
}

/** It serves every tab at once. One that did not ask for it is left as it is: somebody may be typing there. */
function onTakeOver(): void {
  if (isAsked) location.reload()
  else tellOf(navigator.serviceWorker.controller)
}

function tellOf(worker: ServiceWorker | null): void {
  newer = worker ?? undefined
  for (const listener of listeners) listener()
}

/** How to go on with the new version; undefined while there is none. */
export function useNewVersion(): (() => void) | undefined {
  const worker = useSyncExternalStore(onChange, () => newer)
  if (!worker) return undefined
  return () => {
    // No longer does it wait: another tab was first, or one that is newer still.
    if (worker.state !== 'installed') return location.reload()
    isAsked = true
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is no window.
    worker.postMessage('take over')
  }
}

function onChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
