import { languages, type Language } from '@2park/contract/language'

/** Of the languages we speak the one that the client likes best; Dutch where it says nothing (B5). */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '')
    .split(',', 20)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((each) => each.trim())
      const quality = parameters.find((each) => each.startsWith('q='))?.slice(2)
      return { tag: tag.toLowerCase().split('-')[0], quality: Number(quality ?? 1) }
    })
    .toSorted((a, b) => b.quality - a.quality)
  const spoken = wishes.find(({ tag }) => languages.some((language) => language === tag))
  return spoken?.tag === 'en' ? 'en' : 'nl'
}
