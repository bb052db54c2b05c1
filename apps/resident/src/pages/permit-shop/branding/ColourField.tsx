/** A colour by its digits, as a book of house style has it, or by the palette of the browser beside it. */
import { isColour, ratioRoundedDown } from '@2park/domain/contrast'
import type { ContrastFigure } from '@2park/domain/branding'
import { Field } from '@2park/web/components/Field'
import { formatDecimal } from '@2park/web/format'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import styles from './Branding.module.css'

type Props = {
  readonly name: string
  readonly label: string
  readonly value: string
  /** With each that it stands on or under. */
  readonly figures: readonly ContrastFigure[]
  readonly error: string | undefined
  readonly onChange: (colour: string) => void
}

export function ColourField({ name, label, value, figures, error, onChange }: Props) {
  return (
    <Field
      label={label}
      {...(error === undefined && figures.length > 0 && { hint: <Contrast figures={figures} /> })}
      error={error}
    >
      {({ id, describedBy, invalid }) => (
        <div className={styles.colour}>
          <input
            type="color"
            aria-label={m.branding_palette({ colour: label })}
            value={isColour(value) ? value : '#000000'}
            onChange={({ target }) => onChange(target.value)}
          />
          <input
            type="text"
            id={id}
            name={name}
            value={value}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            onChange={({ target }) => onChange(target.value.trim())}
          />
        </div>
      )}
    </Field>
  )
}

/** The least of its contrasts, measured by what each needs. */
function Contrast({ figures }: Pick<Props, 'figures'>) {
  const locale = useLocale()
  const [least] = figures.toSorted((a, b) => a.ratio / a.needed - b.ratio / b.needed)
  if (!least) return null
  const said = {
    ratio: formatDecimal(ratioRoundedDown(least.ratio), locale),
    needed: formatDecimal(least.needed, locale),
  }
  return <>{least.isEnough ? m.branding_enough(said) : m.branding_too_little(said)}</>
}
