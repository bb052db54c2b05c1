import { useRef } from 'react'
import { contrastFigures } from '@2park/domain/branding'
import { Button } from '@2park/web/components/Button'
import { ChipGroup } from '@2park/web/components/ChipGroup'
import { TextField } from '@2park/web/components/Field'
import { m } from '#paraglide/messages.js'
import { BrandingPreview } from './BrandingPreview.tsx'
import { ColourField } from './ColourField.tsx'
import { colourTexts, cornerTexts } from './texts.ts'
import { LogoField } from './LogoField.tsx'
import {
  areColours,
  cornerOf,
  madeReadable,
  withColour,
  withCorner,
  type BrandingForm,
  type BrandingField,
} from './branding-form.ts'
import styles from './Branding.module.css'

type Wrong = ReadonlyMap<BrandingField, string>
type Change = (form: BrandingForm) => BrandingForm

type Props = {
  readonly form: BrandingForm
  /** Of what is there by then: a file takes a while to read, and one types on meanwhile. */
  readonly onChange: (change: Change) => void
  readonly wrong: Wrong
  readonly onWrong: (change: (wrong: Wrong) => Wrong) => void
  readonly onReading: (isReading: boolean) => void
}

export function BrandingFields({ form, onChange, wrong, onWrong, onReading }: Props) {
  /** What was told of a field is of what stood there. */
  const change = (field: BrandingField, changed: Change) => {
    onWrong((told) => new Map([...told].filter(([each]) => each !== field)))
    onChange(changed)
  }
  const mend = () => {
    onWrong((told) => new Map([...told].filter(([each]) => each === 'name' || each === 'logo')))
    onChange(madeReadable)
  }
  return (
    <>
      <p className={styles.lead}>{m.branding_lead()}</p>
      <BrandingPreview form={form} />
      <TextField
        label={m.name()}
        name="name"
        autoComplete="off"
        value={form.name}
        error={wrong.get('name')}
        onChange={({ target }) => change('name', (before) => ({ ...before, name: target.value }))}
      />
      <LogoField
        logo={form.logo}
        error={wrong.get('logo')}
        onChange={(logos) => change('logo', (before) => ({ ...before, ...logos }))}
        onError={(error) => onWrong((told) => new Map([...told, ['logo', error]]))}
        onReading={onReading}
      />
      <ColourFields form={form} wrong={wrong} onChange={change} onMended={mend} />
      <ChipGroup
        legend={m.branding_corners()}
        value={cornerOf(form)}
        choices={cornerTexts()}
        onChange={(corner) => onChange((before) => withCorner(before, corner))}
      />
    </>
  )
}

type ColoursProps = {
  readonly form: BrandingForm
  readonly wrong: Wrong
  readonly onChange: (field: BrandingField, change: Change) => void
  readonly onMended: () => void
}

function ColourFields({ form, wrong, onChange, onMended }: ColoursProps) {
  const legend = useRef<HTMLLegendElement>(null)
  const figures = areColours(form) ? contrastFigures(form.tokens) : []
  const isReadable = figures.every(({ isEnough }) => isEnough)
  const mend = () => {
    onMended()
    // The button goes with what it mended.
    legend.current?.focus()
  }
  return (
    <fieldset className={styles.colours}>
      <legend ref={legend} tabIndex={-1}>
        {m.branding_colours()}
      </legend>
      {colourTexts().map(({ token, label }) => (
        <ColourField
          key={token}
          name={token}
          label={label}
          value={form.tokens[token]}
          figures={figures.filter((figure) => figure.token === token)}
          error={wrong.get(token)}
          onChange={(colour) => onChange(token, (before) => withColour(before, token, colour))}
        />
      ))}
      <output>{isReadable ? '' : m.branding_hard_to_read()}</output>
      {!isReadable && (
        <Button wide onClick={mend}>
          {m.branding_make_readable()}
        </Button>
      )}
    </fieldset>
  )
}
