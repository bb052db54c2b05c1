/**
 * Language (B5), which mails come in as well, and contrast (B6): the same choices as at the top of every
 * page. And how long messages stay.
 */
import { useState } from 'react'
import { announce } from '@2park/web/announce'
import { Checkbox } from '@2park/web/components/Checkbox'
import { ChipGroup } from '@2park/web/components/ChipGroup'
import { contrastNames, languages } from '#frame/Preferences.tsx'
import { m } from '#paraglide/messages.js'
import { chooseContrast, chooseLocale, contrasts, useContrast, useLocale } from '#preferences.ts'
import { useAccount, useKeptLanguage, useLongerMessages } from '#account.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
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
      <LongerMessages />
    </Section>
  )
}

/** For who reads slowly, listens, or has no quick hand (WCAG 2.2.1). */
function LongerMessages() {
  const account = useAccount()
  const choosing = useLongerMessages()
  const [wish, setWish] = useState<boolean>()
  return (
    <>
      <Checkbox
        label={m.longer_messages()}
        hint={m.longer_messages_hint()}
        checked={wish ?? account?.longerMessages === true}
        onChange={({ currentTarget: { checked } }) => {
          if (choosing.isPending) return
          setWish(checked)
          choosing.mutate(checked, {
            onSuccess: () => announce(() => m.notifications_saved()),
            onError: () => setWish(undefined),
          })
        }}
      />
      <ProblemNotice error={choosing.error} />
    </>
  )
}
