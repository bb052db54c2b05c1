/** What stands on the app's buttons and fields, by the names that its own catalogues have for it. */
import { readFileSync } from 'node:fs'
import type { Language } from '#support/screen.ts'

const catalogueOf = (language: Language) =>
  JSON.parse(
    readFileSync(new URL(`../../apps/resident/messages/${language}.json`, import.meta.url), 'utf8'),
  ) as Readonly<Record<string, unknown>> // Its own test holds the two catalogues together.

const catalogues = { nl: catalogueOf('nl'), en: catalogueOf('en') }

export function textIn(language: Language, name: string): string {
  const text = catalogues[language][name]
  if (typeof text !== 'string') throw new Error(`The catalogue has no plain text "${name}".`)
  return text
}
