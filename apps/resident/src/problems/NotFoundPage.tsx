import { buttonClass } from '@2park/web/components/Button'
import { PageTitle } from '#frame/PageTitle.tsx'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import styles from './ProblemPage.module.css'

export function NotFoundPage() {
  useLocale()
  return (
    <div className={styles.page}>
      <PageTitle>{m.not_found_title()}</PageTitle>
      <p>{m.not_found_detail()}</p>
      <PlaceLink to={{ page: 'start' }} className={buttonClass()} data-look="primary">
        {m.to_sessions()}
      </PlaceLink>
    </div>
  )
}
