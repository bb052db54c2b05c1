/** [Instellingen] (C): what one signs in with, what one starts with, where one is signed in, and one's data. */
import { PageTitle } from '#frame/PageTitle.tsx'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import type { SettingsPlace } from '#routing/place.ts'
import { AccessTokensSection } from './AccessTokensSection.tsx'
import { DeviceSection } from './DeviceSection.tsx'
import { DisplaySection } from './DisplaySection.tsx'
import { EmailSection } from './EmailSection.tsx'
import { NotificationsSection } from './NotificationsSection.tsx'
import { OwnDataSection } from './OwnDataSection.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { SecuritySection } from './SecuritySection.tsx'
import styles from './SettingsPage.module.css'
import { SignInsSection } from './SignInsSection.tsx'
import { StartProductSection } from './StartProductSection.tsx'

export function SettingsPage({ place }: { readonly place: SettingsPlace }) {
  useLocale()
  return (
    <>
      <PageTitle>{m.settings()}</PageTitle>
      <div className={styles.sections}>
        <div>
          <EmailSection />
          <PasswordSection />
          <SecuritySection />
          <SignInsSection />
          <StartProductSection />
          <DisplaySection />
        </div>
        <div>
          <NotificationsSection isSought={place.section === 'notifications'} />
          <DeviceSection isSought={place.section === 'device'} />
          <AccessTokensSection />
          <OwnDataSection place={place} />
        </div>
      </div>
    </>
  )
}
