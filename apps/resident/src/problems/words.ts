/**
 * The API answers in the language that was chosen when it was asked. Once another is chosen, what still
 * stands of its answers is said anew, by its codes; their texts are fetched then, and not before.
 */
import { useSyncExternalStore } from 'react'
import type { Problem } from '@2park/web/api'
import { onChoice, presentLocale, useLocale } from '#preferences.ts'

type Reason = Pick<Problem, 'code' | 'title' | 'detail'>

export type Words = {
  readonly ofProblem: (problem: Problem) => Problem
  readonly ofReason: <Said extends Reason>(said: Said) => Said
}

const asSaid: Words = { ofProblem: (problem) => problem, ofReason: (said) => said }

let words = asSaid
const listeners = new Set<() => void>()

const first = presentLocale()
onChoice(() => {
  if (words === asSaid && presentLocale() !== first) void fetchWords()
})

async function fetchWords(): Promise<void> {
  try {
    words = await import('./rewording.ts')
  } catch {
    // Without a network it stands as it was said; the next choice tries again.
    return
  }
  for (const listener of listeners) listener()
}

export function presentWords(): Words {
  return words
}

/** Draws anew when what was said is said in another language. */
export function useWords(): Words {
  useLocale()
  return useSyncExternalStore(onWords, presentWords)
}

function onWords(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
