/** What residents will see of it, in small. It is a picture: nothing in it can be pressed. */
import { completeTokens } from '@2park/domain/branding'
import { buttonClass } from '@2park/web/components/Button'
import { Logo } from '#frame/Logo.tsx'
import { m } from '#paraglide/messages.js'
import styles from './Branding.module.css'
import { areColours, type BrandingForm } from './branding-form.ts'

export function BrandingPreview({ form }: { readonly form: BrandingForm }) {
  const isWorn = areColours(form)
  return (
    <figure
      className={styles.preview}
      aria-label={m.branding_preview()}
      data-worn={isWorn}
      style={isWorn ? propertiesOf(form) : undefined}
    >
      <div inert>
        <div className={styles.bar}>
          <Logo organisation={form} className={styles.arms} />
          <b>{form.name}</b>
        </div>
        <div className={styles.page}>
          <span className={styles.link}>{m.history()}</span>
          <span className={buttonClass()} data-look="primary">
            {m.confirm()}
          </span>
          <span className={buttonClass()} data-look="plain">
            {m.stop()}
          </span>
        </div>
      </div>
    </figure>
  )
}

/** Set by the browser's own interface for styles, which the page's policy allows; the sheet wears them. */
function propertiesOf({ tokens }: BrandingForm) {
  const named = Object.entries(completeTokens(tokens))
  return Object.fromEntries(named.map(([name, value]) => [`--own-${name}`, value]))
}
