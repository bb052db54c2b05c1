import { useController, type UseFormReturn } from 'react-hook-form'
import { Field, TextField } from '@2park/web/components/Field'
import { PlateField } from '@2park/web/components/PlateField'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import type { FavouriteForm } from './favourites.ts'

type Props = { readonly form: UseFormReturn<FavouriteForm> }

const longestName = 10

export function FavouriteFields({ form }: Props) {
  const locale = useLocale()
  // The order of registration is the order in which wrong fields get the focus.
  const { field } = useController({ control: form.control, name: 'plate' })
  const nameField = form.register('name')
  const name = form.watch('name')
  const { errors } = form.formState
  return (
    <>
      <Field label={m.plate()} error={errors.plate && m.plate_missing()}>
        {({ id, describedBy, invalid }) => (
          <PlateField
            id={id}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            inputRef={field.ref}
            countryLabel={m.plate_country()}
            locale={locale}
            describedBy={describedBy}
            invalid={invalid}
          />
        )}
      </Field>
      <TextField
        label={m.name()}
        hint={m.name_hint({ left: longestName - Array.from(name).length })}
        error={errors.name && nameError(name)}
        autoComplete="off"
        {...nameField}
      />
    </>
  )
}

function nameError(name: string): string {
  return name.trim() === '' ? m.name_missing() : m.name_too_long()
}
