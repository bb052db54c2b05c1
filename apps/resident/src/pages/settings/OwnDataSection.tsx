/** What is held about one, to take along, and closing the account. */
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { SheetSkeleton } from '#booking/SheetSkeleton.tsx'
import { m } from '#paraglide/messages.js'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { closeSheet, openSheet } from '#routing/navigation.ts'
import type { SettingsPlace } from '#routing/place.ts'
import { Section } from './Section.tsx'
import styles from './SettingsPage.module.css'

const CloseAccountSheet = lazy(async () => ({
  default: (await import('./CloseAccountSheet.tsx')).CloseAccountSheet,
}))

export function OwnDataSection({ place }: { readonly place: SettingsPlace }) {
  const downloading = useMutation({
    mutationFn: () => call('GET /account/held-data', {}),
    onSuccess: (held) => save('2park.json', JSON.stringify(held, null, 2)),
  })
  return (
    <Section title={m.own_data()}>
      <p>{m.own_data_lead()}</p>
      <ProblemNotice error={downloading.error} />
      <div className={styles.actions}>
        <Button busy={downloading.isPending} onClick={() => downloading.mutate()}>
          {m.own_data_download()}
        </Button>
        <Button look="danger" onClick={() => openSheet({ ...place, sheet: 'close' })}>
          {m.close_account()}
        </Button>
      </div>
      {place.sheet === 'close' && (
        <Suspense fallback={<SheetSkeleton onClose={closeSheet} />}>
          <CloseAccountSheet onClose={closeSheet} />
        </Suspense>
      )}
    </Section>
  )
}

function save(fileName: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The browser reads it before it does anything else.
  setTimeout(() => URL.revokeObjectURL(address))
}
