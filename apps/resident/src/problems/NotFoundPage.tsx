import { buttonClass } from '@2park/web/components/Button'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import styles from './ProblemPage.module.css'

export function NotFoundPage() {
  useLocale()
  return (
    <div className={styles.page}>
      <title>{m.document_title({ page: m.not_found_title() })}</title>
      <h1 tabIndex={-1}>{m.not_found_title()}</h1>
      <p>{m.not_found_detail()}</p>
      <PlaceLink to={{ page: 'start' }} className={buttonClass()} data-look="primary">
        {m.to_sessions()}
      </PlaceLink>
    </div>
  )
}
