/** The field of a plate in a form: its label, what is wrong with it, and the countries by their names. */
import type { Ref } from 'react'
import { Field } from '@2park/web/components/Field'
import { PlateField, type PlateValue } from '@2park/web/components/PlateField'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'

type Props = {
  readonly label?: string
  readonly hint?: string | undefined
  readonly error: string | undefined
  readonly value: PlateValue
  readonly onChange: (value: PlateValue) => void
  readonly onBlur: () => void
  readonly inputRef: Ref<HTMLInputElement>
}

export function PlateFormField({ label = m.plate(), hint, error, ...typed }: Props) {
  const locale = useLocale()
  return (
    <Field label={label} hint={hint} error={error}>
      {(described) => (
        <PlateField {...described} {...typed} countryLabel={m.plate_country()} locale={locale} />
      )}
    </Field>
  )
}
