/**
 * Going from place to place, on the browser's own history. It is all of a router that this app
 * needs, and the reason why its first load keeps its limit: docs/adr says by how much.
 */
import { createContext, startTransition, useContext, useEffect, useState } from 'react'
import { hrefOf, type Place, placeOf, withoutSheet } from './place.ts'

type GoOptions = {
  /** In the place of the present one: going back does not lead here again. */
  readonly replace?: boolean
}

const listeners = new Set<() => void>()
let moved = false

export function here(): Place {
  return placeOf(new URL(location.href))
}

export function go(place: Place, { replace = false }: GoOptions = {}): void {
  if (replace) history.replaceState(null, '', hrefOf(place))
  else history.pushState(null, '', hrefOf(place))
  arrive()
}

/** Opens a sheet of the present page. */
export function openSheet(place: Place): void {
  // A double press opens it once, so that one press closes it.
  if (hrefOf(place) === hrefOf(here())) return
  history.pushState({ isSheetOpenedHere: true }, '', hrefOf(place))
  arrive()
}

let isGoingBack = false
addEventListener('popstate', () => {
  isGoingBack = false
})

/** Closes the sheet: back to where it was opened, or in place where one came by its address. */
export function closeSheet(): void {
  // Browsers go back when they get round to it; a second press must not go further back.
  if (isGoingBack) return
  const state: unknown = history.state
  isGoingBack = typeof state === 'object' && state !== null && 'isSheetOpenedHere' in state
  if (isGoingBack) history.back()
  else go(withoutSheet(here()), { replace: true })
}

/** To an address of this app that was kept as text. */
export function goToPath(path: string): void {
  history.replaceState(null, '', path)
  arrive()
}

/** Whether one came to the present page from another one of the app. */
export function hasMoved(): boolean {
  return moved
}

function arrive(): void {
  moved = true
  for (const listener of listeners) listener()
}

const PlaceContext = createContext<Place>({ page: 'start' })
export const PlaceProvider = PlaceContext.Provider

export function usePlace(): Place {
  return useContext(PlaceContext)
}

/** The present place, for the root of the app. The old page stays until the new one can be drawn. */
export function useHistoryPlace(): Place {
  const [place, setPlace] = useState(here)
  useEffect(() => {
    const follow = () => startTransition(() => setPlace(here()))
    listeners.add(follow)
    addEventListener('popstate', follow)
    return () => {
      listeners.delete(follow)
      removeEventListener('popstate', follow)
    }
  }, [])
  return place
}
