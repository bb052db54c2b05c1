import { Controller, type UseFormReturn } from 'react-hook-form'
import { Field, TextField } from '@2park/web/components/Field'
import { PlateField } from '@2park/web/components/PlateField'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import type { FavouriteForm } from './NewFavouriteSheet.tsx'

type Props = { readonly form: UseFormReturn<FavouriteForm> }

const longestName = 10

export function FavouriteFields({ form }: Props) {
  const locale = useLocale()
  const { errors } = form.formState
  const name = form.watch('name')
  return (
    <>
      <Controller
        control={form.control}
        name="plate"
        render={({ field }) => (
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
        )}
      />
      <TextField
        label={m.name()}
        hint={m.name_hint({ left: longestName - Array.from(name).length })}
        error={errors.name && nameError(name)}
        autoComplete="off"
        {...form.register('name')}
      />
    </>
  )
}

function nameError(name: string): string {
  return name.trim() === '' ? m.name_missing() : m.name_too_long()
}
