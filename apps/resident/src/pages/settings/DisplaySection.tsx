/** Language (B5), which mails come in as well, and contrast (B6): the same choices as at the top of every page. */
import { ChipGroup } from '@2park/web/components/ChipGroup'
import { contrastNames, languages } from '#frame/Preferences.tsx'
import { m } from '#paraglide/messages.js'
import { chooseContrast, chooseLocale, contrasts, useContrast, useLocale } from '#preferences.ts'
import { useKeptLanguage } from '#account.ts'
import { Section } from './Section.tsx'

export function DisplaySection() {
  const locale = useLocale()
  const contrast = useContrast()
  const keepLanguage = useKeptLanguage()
  return (
    <Section title={m.display()}>
      <ChipGroup
        legend={m.language_legend()}
        choices={languages.map(({ locale: value, name: label }) => ({ value, label }))}
        value={locale}
        onChange={(chosen) => {
          chooseLocale(chosen)
          keepLanguage(chosen)
        }}
      />
      <ChipGroup
        legend={m.contrast_legend()}
        choices={contrasts.map((value) => ({ value, label: contrastNames[value]() }))}
        value={contrast}
        onChange={chooseContrast}
      />
    </Section>
  )
}
