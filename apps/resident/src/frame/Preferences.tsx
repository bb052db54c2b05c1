/** Contrast (B6) and language (B5), on every page and before one is signed in. */
import { VisuallyHidden } from '@2park/web/components/VisuallyHidden'
import type { Locale } from '@2park/web/format'
import { m } from '#paraglide/messages.js'
import {
  type Contrast,
  chooseContrast,
  chooseLocale,
  contrasts,
  useContrast,
  useLocale,
} from '#preferences.ts'
import styles from './Preferences.module.css'

export const contrastNames: Readonly<Record<Contrast, () => string>> = {
  default: m.contrast_default,
  'black-on-white': m.contrast_black_on_white,
  'white-on-black': m.contrast_white_on_black,
  'black-on-yellow': m.contrast_black_on_yellow,
  'yellow-on-black': m.contrast_yellow_on_black,
}

/** Each language is named in itself. */
export const languages = [
  { locale: 'nl', short: 'NL', name: 'Nederlands' },
  { locale: 'en', short: 'EN', name: 'English' },
] as const

type Props = {
  /** Where the choice of a language is kept beside this device. */
  readonly onLanguage?: (language: Locale) => void
}

export function Preferences({ onLanguage }: Props) {
  return (
    <div className={styles.bar}>
      <ContrastChoice />
      <LanguageChoice onLanguage={onLanguage} />
    </div>
  )
}

function ContrastChoice() {
  const chosen = useContrast()
  return (
    <fieldset>
      <VisuallyHidden as="legend">{m.contrast_legend()}</VisuallyHidden>
      <div className={styles.choices}>
        {contrasts.map((contrast) => (
          <label key={contrast} className={styles.swatch} title={contrastNames[contrast]()}>
            <input
              type="radio"
              name="contrast"
              checked={contrast === chosen}
              onChange={() => chooseContrast(contrast)}
            />
            <span data-swatch={contrast} aria-hidden="true">
              A
            </span>
            <VisuallyHidden>{contrastNames[contrast]()}</VisuallyHidden>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function LanguageChoice({ onLanguage }: { readonly onLanguage: Props['onLanguage'] | undefined }) {
  const chosen = useLocale()
  return (
    <fieldset>
      <VisuallyHidden as="legend">{m.language_legend()}</VisuallyHidden>
      <div className={styles.choices}>
        {languages.map(({ locale, short, name }) => (
          <label key={locale} className={styles.language} lang={locale} title={name}>
            <input
              type="radio"
              name="language"
              aria-label={name}
              checked={locale === chosen}
              onChange={() => {
                chooseLocale(locale)
                onLanguage?.(locale)
              }}
            />
            <span aria-hidden="true">{short}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
