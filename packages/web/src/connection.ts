/**
 * Whether what is on the screen comes from the server, or was kept from when it last did: because nobody
 * answers, which the app's worker says with each answer that it kept, or because an answer takes long.
 */
import { useSyncExternalStore } from 'react'

export const keptHeader = 'kept-at'

export type Kept = {
  /** From when it is. */
  readonly at: string
  /** The answer takes long, but may still come. */
  readonly isSlow: boolean
}

let keptAtMs: number | undefined
/** Of each answer that takes long, from when that is which is shown meanwhile. */
const slow = new Map<symbol, number>()
let kept: Kept | undefined
const listeners = new Set<() => void>()

/** Called with what every answer says of it, null where it came from the server: answers when it came. */
export function hearKept(header: string | null): number | undefined {
  keptAtMs = header === null ? undefined : Math.round(Number(header))
  tell()
  return keptAtMs
}

/** Called when an answer takes long, with from when that is which is shown; what it answers, when it is there. */
export function hearSlow(shownAtMs: number): () => void {
  const wait = Symbol('wait')
  slow.set(wait, shownAtMs)
  tell()
  return () => {
    slow.delete(wait)
    tell()
  }
}

export function isKept(): boolean {
  return kept !== undefined
}

export function isSlow(): boolean {
  return slow.size > 0
}

/** Where it is not from now. */
export function useKept(): Kept | undefined {
  return useSyncExternalStore(onChange, () => kept)
}

function tell(): void {
  const next = current()
  if (next?.at === kept?.at && next?.isSlow === kept?.isSlow) return
  kept = next
  for (const listener of listeners) listener()
}

function current(): Kept | undefined {
  if (keptAtMs !== undefined) return { at: momentOf(keptAtMs), isSlow: false }
  if (!isSlow()) return undefined
  return { at: momentOf(Math.min(...slow.values())), isSlow: true }
}

function momentOf(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString()
}

function onChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
