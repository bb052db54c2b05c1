import { useState } from 'react'
import { Button } from '@2park/web/components/Button'
import { Notice } from '@2park/web/components/Notice'
import { Toaster } from '@2park/web/components/Toaster'
import { PageTitle } from '#frame/PageTitle.tsx'
import { Preferences } from '#frame/Preferences.tsx'
import { m } from '#paraglide/messages.js'
import { useBrand, useLocale } from '#preferences.ts'
import { AccessibilitySheet } from './accessibility/AccessibilitySheet.tsx'
import { BrandingSheet } from './branding/BrandingSheet.tsx'
import { IssuedList } from './IssuedList.tsx'
import { IssueForm } from './IssueForm.tsx'
import styles from './PermitShopPage.module.css'
import type { Shop } from './shop.ts'

type Props = { readonly shop: Shop; readonly onClose: () => void }

/** What a clerk has before them: issuing on one side, what was issued on the other. */
export function ShopDesk({ shop, onClose }: Props) {
  useLocale()
  useBrand(shop.organisation)
  const { webhook } = shop
  const [opened, setOpened] = useState<'branding' | 'accessibility'>()
  const close = () => setOpened(undefined)
  return (
    <>
      <header className={styles.top}>
        <Preferences />
      </header>
      <Toaster closeLabel={m.close_message()} />
      <main className={styles.main}>
        <div className={styles.head}>
          <PageTitle>{shop.name}</PageTitle>
          <div className={styles.deeds}>
            <Button onClick={() => setOpened('branding')}>{m.branding()}</Button>
            <Button onClick={() => setOpened('accessibility')}>{m.accessibility()}</Button>
            <Button onClick={onClose}>{m.shop_close()}</Button>
          </div>
        </div>
        {webhook !== undefined && webhook.givenUp > 0 && (
          <Notice kind="warning">
            <b>{m.shop_webhook_given_up({ count: webhook.givenUp })}</b>
            <span translate="no">{webhook.lastError}</span>
          </Notice>
        )}
        <div className={styles.columns}>
          <section aria-labelledby="issue">
            <h2 id="issue">{m.shop_issue_title()}</h2>
            <IssueForm shop={shop} />
          </section>
          <section aria-labelledby="issued">
            <h2 id="issued">{m.shop_issued_title()}</h2>
            <IssuedList shop={shop} />
          </section>
        </div>
      </main>
      {opened === 'branding' && <BrandingSheet onClose={close} />}
      {opened === 'accessibility' && <AccessibilitySheet onClose={close} />}
    </>
  )
}
