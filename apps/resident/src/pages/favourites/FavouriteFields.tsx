import { useController, type UseFormReturn } from 'react-hook-form'
import { TextField } from '@2park/web/components/Field'
import { m } from '#paraglide/messages.js'
import { PlateFormField } from '#PlateFormField.tsx'
import type { FavouriteForm } from './favourites.ts'

type Props = { readonly form: UseFormReturn<FavouriteForm> }

const longestName = 10

export function FavouriteFields({ form }: Props) {
  // The order of registration is the order in which wrong fields get the focus.
  const { field } = useController({ control: form.control, name: 'plate' })
  const nameField = form.register('name')
  const name = form.watch('name')
  const { errors } = form.formState
  return (
    <>
      <PlateFormField
        error={errors.plate && m.plate_missing()}
        value={field.value}
        onChange={field.onChange}
        onBlur={field.onBlur}
        inputRef={field.ref}
      />
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
