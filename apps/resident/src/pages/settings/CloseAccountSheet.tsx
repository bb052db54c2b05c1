/** Closing the account: what goes, what stays, and the password once more. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { Sheet } from '@2park/web/components/Sheet'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { dropDrafts } from '#drafts.ts'
import { focusField, textsOf } from '#form-fields.ts'
import { m } from '#paraglide/messages.js'
import { PasswordField } from '#password/PasswordField.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { go } from '#routing/navigation.ts'
import styles from './SettingsPage.module.css'

export function CloseAccountSheet({ onClose }: { readonly onClose: () => void }) {
  const formId = useId()
  const [isMissing, setMissing] = useState(false)
  const closing = useClosing()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const { password } = textsOf(form, 'password')
    setMissing(password === '')
    if (password === '') return focusField(form, 'password')
    if (!closing.isPending) {
      closing.mutate(password, { onError: () => focusField(form, 'password') })
    }
  }
  return (
    <Sheet
      title={m.close_account_title()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={
        <ConfirmBar
          look="danger"
          label={m.close_account()}
          busy={closing.isPending}
          formId={formId}
        >
          <Button wide look="quiet" onClick={onClose}>
            {m.close_account_not()}
          </Button>
        </ConfirmBar>
      }
    >
      <div className={styles.told}>
        <p>{m.close_account_goes()}</p>
        <p>{m.close_account_products()}</p>
        <p>{m.close_account_stays()}</p>
      </div>
      <form id={formId} noValidate onSubmit={submit}>
        <ProblemNotice error={closing.error} />
        <PasswordField
          label={m.password()}
          name="password"
          autoComplete="current-password"
          error={isMissing ? m.password_missing() : undefined}
        />
      </form>
    </Sheet>
  )
}

function useClosing() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (password: string) => call('POST /account/_close', { body: { password } }),
    onSuccess: () => {
      dropDrafts()
      go({ page: 'signIn', why: 'closed' }, { replace: true })
      client.clear()
    },
  })
}
