import { useRef } from 'react'
import { Button, buttonClass } from '@2park/web/components/Button'
import { Field } from '@2park/web/components/Field'
import { Logo } from '#frame/Logo.tsx'
import { m } from '#paraglide/messages.js'
import styles from './Branding.module.css'
import { readLogoFile } from './logo-file.ts'

type Logos = { readonly logo: string | undefined; readonly mailLogo: string | undefined }

type Props = {
  readonly logo: string | undefined
  readonly error: string | undefined
  readonly onChange: (logos: Logos) => void
  readonly onError: (error: string) => void
  readonly onReading: (isReading: boolean) => void
}

/** The one for mails is drawn of it, so that there is one to choose. */
export function LogoField({ logo, error, onChange, onError, onReading }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const latest = useRef<File>(undefined)
  const choose = async (file: File | undefined) => {
    if (!file) return
    latest.current = file
    onReading(true)
    const read = await readLogoFile(file)
    // Another one was chosen meanwhile, or none.
    if (latest.current !== file) return
    onReading(false)
    if (read.outcome === 'tooLarge') onError(m.branding_logo_too_large())
    else if (read.outcome === 'unreadable') onError(m.branding_logo_unreadable())
    else onChange({ logo: read.logo, mailLogo: read.mailLogo })
  }
  const remove = () => {
    latest.current = undefined
    onReading(false)
    onChange({ logo: undefined, mailLogo: undefined })
    if (!field.current) return
    field.current.value = ''
    // The button goes with what it removed.
    field.current.focus()
  }
  return (
    <Field label={m.branding_logo()} hint={m.branding_logo_hint()} error={error}>
      {({ id, describedBy, invalid }) => (
        <div className={styles.logo}>
          <Logo organisation={{ logo }} className={styles.arms} />
          <span className={styles.file}>
            <input
              ref={field}
              type="file"
              id={id}
              name="logo"
              accept=".svg,.png,image/svg+xml,image/png"
              // The browser's own button speaks the browser's language, and not the one chosen here.
              aria-label={m.branding_logo_choose()}
              aria-invalid={invalid || undefined}
              aria-describedby={describedBy}
              onChange={({ target }) => void choose(target.files?.[0])}
            />
            <span className={buttonClass()} data-look="plain" aria-hidden="true">
              {m.branding_logo_choose()}
            </span>
          </span>
          {logo !== undefined && (
            <Button look="quiet" onClick={remove}>
              {m.branding_logo_remove()}
            </Button>
          )}
        </div>
      )}
    </Field>
  )
}
