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
  history.pushState({ isSheetOpenedHere: true }, '', hrefOf(place))
  arrive()
}

/** Closes the sheet: back to where it was opened, or in place where one came by its address. */
export function closeSheet(): void {
  const state: unknown = history.state
  if (typeof state === 'object' && state !== null && 'isSheetOpenedHere' in state) history.back()
  else go(withoutSheet(here()), { replace: true })
}

/** To an address of this app that was kept as text. */
export function goToPath(path: string): void {
  history.replaceState(null, '', path)
  arrive()
}

function arrive(): void {
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
