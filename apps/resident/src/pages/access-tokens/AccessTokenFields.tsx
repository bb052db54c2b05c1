import { useController, useWatch, type UseFormReturn } from 'react-hook-form'
import { ChipGroup } from '@2park/web/components/ChipGroup'
import { SelectField, TextField } from '@2park/web/components/Field'
import type { AmountForm } from '#amount/amount-fields.ts'
import { AmountFields } from '#amount/AmountFields.tsx'
import { m } from '#paraglide/messages.js'
import type { Product } from '#products.ts'
import { productText, type Scope, type TokenForm } from './access-tokens.ts'
import styles from './AccessTokensPage.module.css'

type Props = {
  readonly form: UseFormReturn<TokenForm>
  readonly limit: UseFormReturn<AmountForm>
  readonly products: readonly Product[]
}

export function AccessTokenFields({ form, limit, products }: Props) {
  const { errors } = form.formState
  const scope = useWatch({ control: form.control, name: 'scope' })
  const productId = useWatch({ control: form.control, name: 'productId' })
  const unit = products.find(({ id }) => id === productId)?.balance.unit ?? 'none'
  return (
    <>
      <TextField
        label={m.name()}
        hint={m.token_name_hint()}
        error={errors.name && m.token_name_missing()}
        autoComplete="off"
        maxLength={40}
        {...form.register('name', { validate: (name) => name.trim() !== '' })}
      />
      <ScopeChoice form={form} />
      <SelectField
        label={m.token_product()}
        choices={[
          { value: '', label: m.token_of_all_products() },
          ...products.map((product) => ({ value: product.id, label: productText(product) })),
        ]}
        {...form.register('productId')}
      />
      {scope === 'park' && unit !== 'none' && (
        <fieldset className={styles.limit}>
          <legend>{m.token_limit()}</legend>
          <p className={styles.hint}>{m.token_limit_hint()}</p>
          <AmountFields form={limit} unit={unit} />
        </fieldset>
      )}
      {scope !== 'calendar' && (
        <SelectField
          label={m.token_lifetime()}
          choices={[
            { value: '30', label: m.token_30_days() },
            { value: '90', label: m.token_90_days() },
            { value: '365', label: m.token_a_year() },
          ]}
          {...form.register('lifetimeDays')}
        />
      )}
    </>
  )
}

function ScopeChoice({ form }: Pick<Props, 'form'>) {
  const { field } = useController({ control: form.control, name: 'scope' })
  const explained: Readonly<Record<Scope, string>> = {
    read: m.token_read_hint(),
    park: m.token_park_hint(),
    calendar: m.token_calendar_hint(),
  }
  return (
    <ChipGroup
      legend={m.token_scope()}
      choices={[
        { value: 'read', label: m.token_read() },
        { value: 'park', label: m.token_park() },
        { value: 'calendar', label: m.token_calendar() },
      ]}
      value={field.value}
      onChange={field.onChange}
    >
      <p className={styles.hint}>{explained[field.value]}</p>
    </ChipGroup>
  )
}
