import { useController, type UseFormReturn } from 'react-hook-form'
import { ChipGroup } from '@2park/web/components/ChipGroup'
import { TextField } from '@2park/web/components/Field'
import type { PlateValue } from '@2park/web/components/PlateField'
import { formatBalance } from '@2park/web/format'
import { amountAboveZero, type AmountForm, isEmptyAmount } from '#amount/amount-fields.ts'
import { m } from '#paraglide/messages.js'
import { PlateFormField } from '#PlateFormField.tsx'
import { useLocale } from '#preferences.ts'
import type { Product } from '#products.ts'
import { PartField } from './PartField.tsx'

/** What the form holds; React Hook Form writes in it. */
export type DelegationForm = {
  email: string
  language: 'nl' | 'en'
  plate: PlateValue
  part: AmountForm
}

type Props = { readonly form: UseFormReturn<DelegationForm>; readonly product: Product }

export function DelegationFields({ form, product }: Props) {
  const { errors } = form.formState
  return (
    <>
      <TextField
        label={m.email()}
        hint={m.delegation_email_hint()}
        error={errors.email && m.email_wrong()}
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.register('email', { validate: (email) => /^\s*\S+@\S+\.\S+\s*$/.test(email) })}
      />
      <PlateChoice form={form} isRequired={product.rules.delegations === 'plateRequired'} />
      <PartChoice form={form} product={product} />
      <LanguageChoice form={form} />
    </>
  )
}

function PlateChoice({ form, isRequired }: Pick<Props, 'form'> & { readonly isRequired: boolean }) {
  const { field, fieldState } = useController({
    control: form.control,
    name: 'plate',
    rules: { validate: ({ number }) => !isRequired || number !== '' },
  })
  return (
    <PlateFormField
      label={isRequired ? m.plate() : m.plate_optional()}
      hint={isRequired ? m.delegation_plate_hint() : m.delegation_plate_free_hint()}
      error={fieldState.error && m.plate_missing()}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
    />
  )
}

function PartChoice({ form, product: { balance } }: Props) {
  const locale = useLocale()
  const { field, fieldState } = useController({
    control: form.control,
    name: 'part',
    rules: {
      validate: (part) => isEmptyAmount(part) || amountAboveZero(part, balance.unit) !== undefined,
    },
  })
  return (
    <PartField
      unit={balance.unit}
      value={field.value}
      onChange={field.onChange}
      hint={m.part_hint({ balance: formatBalance(balance, locale) })}
      error={fieldState.error && m.part_wrong()}
      inputRef={field.ref}
    />
  )
}

function LanguageChoice({ form }: Pick<Props, 'form'>) {
  const { field } = useController({ control: form.control, name: 'language' })
  return (
    <ChipGroup
      legend={m.mail_language()}
      choices={[
        { value: 'nl', label: 'Nederlands' },
        { value: 'en', label: 'English' },
      ]}
      value={field.value}
      onChange={field.onChange}
    />
  )
}
