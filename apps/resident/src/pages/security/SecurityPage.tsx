/**
 * What one signs in with beside the password. The sheets here are no part of the address: each shows
 * secrets once, and there is nothing to come back to.
 */
import { PageTitle } from '#frame/PageTitle.tsx'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { PasskeysSection } from './PasskeysSection.tsx'
import { SecondFactorSection } from './SecondFactorSection.tsx'
import styles from './SecondFactor.module.css'

export function SecurityPage() {
  useLocale()
  return (
    <>
      <PageTitle>{m.security()}</PageTitle>
      <div className={styles.page}>
        <PasskeysSection />
        <SecondFactorSection />
      </div>
    </>
  )
}
