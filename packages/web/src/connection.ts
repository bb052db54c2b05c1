/**
 * Whether what is on the screen comes from the server, or was kept from when it last did. The app's
 * worker says so with each answer that it kept.
 */
import { useSyncExternalStore } from 'react'

export const keptHeader = 'kept-at'

let keptAtMs: number | undefined
const listeners = new Set<() => void>()

/** Called with what every answer says of it, null where it came from the server: answers when it came. */
export function hearKept(header: string | null): number | undefined {
  const heard = header === null ? undefined : Math.round(Number(header))
  if (heard !== keptAtMs) {
    keptAtMs = heard
    for (const listener of listeners) listener()
  }
  return heard
}

export function isKept(): boolean {
  return keptAtMs !== undefined
}

/** From when it is, where it is not from now. */
export function useKeptAt(): string | undefined {
  const at = useSyncExternalStore(onChange, () => keptAtMs)
  return at === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(at).toString()
}

function onChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
