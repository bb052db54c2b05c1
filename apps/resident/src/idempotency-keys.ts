/**
 * What makes it safe to send a form once more after the network failed: the same content keeps its
 * key for a retry, and other content is another deed.
 */
import { useState } from 'react'

type IdempotencyKeys = {
  readonly of: (content: unknown) => string
  /** It was answered: the same content is a new deed from here on. */
  readonly forget: () => void
}

export function useIdempotencyKeys(): IdempotencyKeys {
  return useState(createIdempotencyKeys)[0]
}

export function createIdempotencyKeys(): IdempotencyKeys {
  const keys = new Map<string, string>()
  return {
    of(content) {
      const said = JSON.stringify(content) ?? ''
      const key = keys.get(said) ?? crypto.randomUUID()
      keys.set(said, key)
      return key
    },
    forget: () => keys.clear(),
  }
}
