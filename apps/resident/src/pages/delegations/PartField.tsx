/** The field of a part of the balance, in the product's unit: euros, hours and minutes, or actions. */
import type { Ref } from 'react'
import { TextField } from '@2park/web/components/Field'
import type { UnitAmount } from '@2park/web/format'
import type { AmountForm } from '#amount/amount-fields.ts'
import { firstField } from '#amount/AmountFields.tsx'
import { m } from '#paraglide/messages.js'
import styles from './DelegationsPage.module.css'

type Props = {
  readonly unit: UnitAmount['unit']
  readonly value: AmountForm
  readonly onChange: (value: AmountForm) => void
  readonly hint: string
  readonly error: string | undefined
  readonly inputRef?: Ref<HTMLInputElement>
}

export function PartField({ unit, value, onChange, hint, error, inputRef }: Props) {
  const first = firstField(unit)
  const main = {
    value: value[first],
    onChange: (event: { target: { value: string } }) =>
      onChange({ ...value, [first]: event.target.value }),
    autoComplete: 'off',
    ...(inputRef && { ref: inputRef }),
  }
  if (unit === 'money') {
    return (
      <TextField {...main} label={m.part_euros()} hint={hint} error={error} inputMode="decimal" />
    )
  }
  if (unit === 'count') {
    return (
      <TextField {...main} label={m.part_actions()} hint={hint} error={error} inputMode="numeric" />
    )
  }
  return (
    <fieldset className={styles.part}>
      <legend>{m.part_time()}</legend>
      <TextField {...main} label={m.part_hours()} hint={hint} error={error} inputMode="numeric" />
      <TextField
        label={m.part_minutes()}
        value={value.minutes}
        onChange={(event) => onChange({ ...value, minutes: event.target.value })}
        autoComplete="off"
        inputMode="numeric"
      />
    </fieldset>
  )
}
