/** The fields in which an amount is typed: those of its unit, and no others. */
import type { UseFormReturn } from 'react-hook-form'
import { TextField } from '@2park/web/components/Field'
import type { UnitAmount } from '@2park/web/format'
import { m } from '#paraglide/messages.js'
import type { AmountForm } from './amount-fields.ts'
import styles from './AmountFields.module.css'

type Props = {
  readonly form: UseFormReturn<AmountForm>
  readonly unit: UnitAmount['unit']
}

export function AmountFields({ form, unit }: Props) {
  const error = form.formState.errors[firstField(unit)] && m.amount_missing()
  if (unit === 'money') {
    return (
      <TextField
        label={m.amount_euros()}
        error={error}
        inputMode="decimal"
        autoComplete="off"
        {...form.register('euros')}
      />
    )
  }
  if (unit === 'count') {
    return (
      <TextField
        label={m.amount_actions()}
        error={error}
        inputMode="numeric"
        autoComplete="off"
        {...form.register('actions')}
      />
    )
  }
  return (
    <div className={styles.pair}>
      <TextField
        label={m.amount_hours()}
        error={error}
        inputMode="numeric"
        autoComplete="off"
        {...form.register('hours')}
      />
      <TextField
        label={m.amount_minutes()}
        inputMode="numeric"
        autoComplete="off"
        {...form.register('minutes')}
      />
    </div>
  )
}

/** Where it is said that there is no amount in the fields. */
export function firstField(unit: UnitAmount['unit']): keyof AmountForm {
  // Of what has no balance no amount is asked.
  return ({ money: 'euros', time: 'hours', count: 'actions', none: 'actions' } as const)[unit]
}
