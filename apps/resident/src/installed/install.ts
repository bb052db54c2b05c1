/** Putting the app on the home screen: the browser offers it, or the person does it by hand (B7). */
import { useSyncExternalStore } from 'react'

/** Chromium's, which no type knows: https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent */
type Offer = Event & { readonly prompt: () => Promise<unknown> }

let offer: Offer | undefined
const listeners = new Set<() => void>()

function hear(next: Offer | undefined): void {
  offer = next
  for (const listener of listeners) listener()
}

/** From the start, because a browser offers it once. */
export function hearOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    // Ours stands in the settings, and nowhere in the way.
    event.preventDefault()
    hear(event as Offer)
  })
  addEventListener('appinstalled', () => hear(undefined))
}

export type Installing =
  | { readonly way: 'installed' | 'byHand' | 'none' }
  | { readonly way: 'offered'; readonly install: () => void }

export function useInstalling(): Installing {
  const given = useSyncExternalStore(onChange, () => offer)
  if (matchMedia('(display-mode: standalone)').matches) return { way: 'installed' }
  if (given) return { way: 'offered', install: () => void given.prompt() }
  return { way: isApple() ? 'byHand' : 'none' }
}

/** On an iPhone or iPad no browser offers it. A newer iPad says that it is a Mac, with fingers. */
function isApple(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  return /iPhone|iPad/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)
}

function onChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
