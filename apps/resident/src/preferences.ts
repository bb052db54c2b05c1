/**
 * Language and contrast: attributes of the page itself, where style sheets and screen readers find them,
 * and the colours of a municipality. All are kept on this device; `public/first-paint.js` puts them back.
 */
import { useLayoutEffect, useSyncExternalStore } from 'react'
import { overwriteGetLocale } from '#paraglide/runtime.js'
import type { Locale } from '@2park/web/format'

export const contrasts = [
  'default',
  'black-on-white',
  'white-on-black',
  'black-on-yellow',
  'yellow-on-black',
] as const
export type Contrast = (typeof contrasts)[number]

type Tokens = Readonly<Record<string, string>>
type Preferences = {
  language?: Locale
  contrast?: Contrast
  tokens?: Tokens | undefined
  municipality?: string | undefined
}

const root = document.documentElement
const storageKey = '2park.preferences'
const listeners = new Set<() => void>()

overwriteGetLocale(presentLocale)
// The device asks for another one, and nobody chose one here.
addEventListener('2park.contrast', tell)

/** Of a text that is found when it is shown; a page is drawn anew by `useLocale`. */
export function presentLocale(): Locale {
  return root.lang === 'en' ? 'en' : 'nl'
}

/** Draws a page anew when another language is chosen: texts are functions that nobody watches. */
export function useLocale(): Locale {
  return useSyncExternalStore(onChoice, presentLocale)
}

export function useContrast(): Contrast {
  return useSyncExternalStore(onChoice, contrast)
}

export function chooseLocale(language: Locale): void {
  root.lang = language
  keep({ language })
}

export function chooseContrast(chosen: Contrast): void {
  root.dataset['contrast'] = chosen
  keep({ contrast: chosen })
}

type Branded = { readonly id?: string; readonly tokens?: Tokens | undefined }

/** The colours of the municipality whose product is selected; one without gets those of the theme. */
export function useBrand(organisation: Branded | undefined): void {
  useLayoutEffect(() => {
    if (!organisation) return
    const { id: municipality, tokens } = organisation
    dispatchEvent(new CustomEvent('2park.wear', { detail: tokens }))
    keep({ tokens, municipality })
  }, [organisation])
}

/** Whose colours were worn last on this device. */
export function lastMunicipality(): string | undefined {
  return kept().municipality
}

function contrast(): Contrast {
  return contrasts.find((each) => each === root.dataset['contrast']) ?? 'default'
}

/** Of a language, a contrast or a municipality. */
export function onChoice(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function keep(choice: Preferences): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ ...kept(), ...choice }))
  } catch {
    // Storage may be closed (private windows, settings): the choice then holds until the page goes.
  }
  tell()
}

function kept(): Preferences {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Preferences
  } catch {
    return {}
  }
}

function tell(): void {
  for (const listener of listeners) listener()
}
