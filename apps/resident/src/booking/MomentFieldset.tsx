/**
 * A date and a time, in two native fields with the phone's own pickers. They follow the browser's
 * language and not ours, which is why the moment is always said in words elsewhere.
 */
import { TextField } from '@2park/web/components/Field'
import { m } from '#paraglide/messages.js'
import type { MomentFields } from './moment-fields.ts'
import styles from './MomentFieldset.module.css'

type Props = {
  readonly value: MomentFields
  readonly onChange: (value: MomentFields) => void
  readonly earliest: string
  /** What is said of each where it is empty. */
  readonly missing: { readonly date: string; readonly time: string }
}

export function MomentFieldset({ value, onChange, earliest, missing }: Props) {
  return (
    <div className={styles.moment}>
      <TextField
        label={m.date()}
        type="date"
        value={value.date}
        min={earliest}
        // Without a last year, browsers let one type six digits for it.
        max="2999-12-31"
        error={value.date === '' ? missing.date : undefined}
        onChange={(event) => onChange({ ...value, date: event.target.value })}
      />
      <TextField
        label={m.time()}
        type="time"
        value={value.time}
        error={value.time === '' ? missing.time : undefined}
        onChange={(event) => onChange({ ...value, time: event.target.value })}
      />
    </div>
  )
}
