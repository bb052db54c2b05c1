/** One choice out of a few, as chips: native radio buttons underneath, with the platform's own keys. */
import { type ReactNode, useId } from 'react'
import styles from './ChipGroup.module.css'

export type Choice<Value extends string> = { readonly value: Value; readonly label: string }

type Props<Value extends string> = {
  readonly legend: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** What belongs to the choice made: fields, an explanation. */
  readonly children?: ReactNode
}

export function ChipGroup<Value extends string>({ legend, choices, ...props }: Props<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      <div className={styles.chips}>
        {choices.map(({ value, label }) => (
          <label key={value} className={styles.chip}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {props.children}
    </fieldset>
  )
}
