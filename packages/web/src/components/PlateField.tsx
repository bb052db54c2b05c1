/**
 * A text field that looks and behaves like a plate: dashes come by themselves, the caret stays where
 * it is, anything may be pasted, and the strip chooses the country. It warns nobody and refuses
 * nothing; that is for who uses it.
 */
import { countrySigns } from '@2park/domain/country-sign'
import { type ChangeEvent, type Ref, useLayoutEffect, useRef } from 'react'
import { type Locale, languageTags } from '../format.ts'
import { afterEdit, plateText } from '../plate-typing.ts'
import styles from './PlateField.module.css'

export type PlateValue = { readonly number: string; readonly country: string }

type Props = {
  readonly id: string
  readonly value: PlateValue
  readonly onChange: (value: PlateValue) => void
  readonly onBlur?: () => void
  readonly countryLabel: string
  readonly locale: Locale
  readonly describedBy?: string | undefined
  readonly invalid?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
}

export function PlateField({ id, value, onChange, onBlur, inputRef, ...props }: Props) {
  const wanted = useRef<{ readonly input: HTMLInputElement; readonly caret: number }>(undefined)
  const text = plateText(value.number, value.country)

  // React puts the caret at the end of a text that it changed; this puts it back, before it is seen.
  useLayoutEffect(() => {
    const { input, caret = 0 } = wanted.current ?? {}
    input?.setSelectionRange(caret, caret)
    wanted.current = undefined
  })

  const type = (event: ChangeEvent<HTMLInputElement>) => {
    const { value: typed, selectionStart } = event.target
    const edited = afterEdit({
      before: value.number,
      text: typed,
      caret: selectionStart ?? typed.length,
      inputType: event.nativeEvent instanceof InputEvent ? event.nativeEvent.inputType : '',
      country: value.country,
    })
    wanted.current = { input: event.target, caret: edited.caret }
    // A key that changed nothing but the notation is undone here: React will not draw again for it.
    if (edited.number === value.number) restore(event.target, edited)
    onChange({ ...value, number: edited.number })
  }

  return (
    <span className={styles.field} data-foreign={value.country !== 'NL'} translate="no">
      <CountryChoice
        country={value.country}
        label={props.countryLabel}
        locale={props.locale}
        onChange={(country) => onChange({ ...value, country })}
      />
      <input
        ref={inputRef}
        id={id}
        className={styles.input}
        value={text}
        onChange={type}
        onBlur={onBlur}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="done"
        aria-invalid={props.invalid || undefined}
        aria-describedby={props.describedBy}
      />
    </span>
  )
}

function restore(input: HTMLInputElement, { text, caret }: { text: string; caret: number }): void {
  input.value = text
  input.setSelectionRange(caret, caret)
}

type CountryProps = {
  readonly country: string
  readonly label: string
  readonly locale: Locale
  readonly onChange: (country: string) => void
}

function CountryChoice({ country, label, locale, onChange }: CountryProps) {
  const names = new Intl.DisplayNames(languageTags[locale], { type: 'region', fallback: 'code' })
  return (
    <span className={styles.strip}>
      <select aria-label={label} value={country} onChange={(event) => onChange(event.target.value)}>
        {Object.entries(countrySigns).map(([sign, region]) => (
          <option key={sign} value={sign}>
            {sign} – {region.length === 2 ? names.of(region) : region}
          </option>
        ))}
      </select>
      <svg viewBox="0 0 12 8" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2">
        <path d="M1 1.5l5 5 5-5" />
      </svg>
      <span aria-hidden="true">{country}</span>
    </span>
  )
}
