/**
 * [Authenticator-app instellen]: what it is, the secret to scan or to type, a code that confirms it,
 * and the recovery codes that come with it.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { announce } from '@2park/web/announce'
import { call, type OutputOf } from '@2park/web/api'
import { TextField } from '@2park/web/components/Field'
import { Sheet } from '@2park/web/components/Sheet'
import { m } from '#paraglide/messages.js'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { isPasswordNeeded, readFactorsAgain } from './factors.ts'
import { PasswordStep } from './PasswordStep.tsx'
import { QrCode } from './QrCode.tsx'
import { RecoveryCodesSheet } from './RecoveryCodesSheet.tsx'
import styles from './SecondFactor.module.css'

type Props = { readonly onClose: () => void }

export function AppSheet({ onClose }: Props) {
  const [codes, setCodes] = useState<readonly string[]>()
  const begin = useMutation({ mutationFn: () => call('POST /account/authenticator-app', {}) })
  if (codes !== undefined) return <RecoveryCodesSheet codes={codes} onClose={onClose} />
  if (begin.data !== undefined) {
    return <ConfirmStep {...begin.data} onConfirmed={setCodes} onClose={onClose} />
  }
  const isAsked = isPasswordNeeded(begin.error)
  return (
    <Sheet
      title={m.set_up_app()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={
        !isAsked && (
          <ConfirmBar label={m.go_on()} busy={begin.isPending} onConfirm={() => begin.mutate()} />
        )
      }
    >
      {isAsked ? (
        <PasswordStep onConfirmed={() => begin.mutate()} />
      ) : (
        <>
          <ProblemNotice error={begin.error} />
          <p>{m.app_what()}</p>
        </>
      )}
    </Sheet>
  )
}

type ConfirmProps = OutputOf<'POST /account/authenticator-app'> &
  Props & { readonly onConfirmed: (codes: readonly string[]) => void }

function ConfirmStep({ secret, address, onConfirmed, onClose }: ConfirmProps) {
  const formId = useId()
  const field = useRef<HTMLInputElement>(null)
  const [isEmpty, setEmpty] = useState(false)
  const confirm = useConfirmation(onConfirmed, onClose)
  useEffect(() => {
    if (confirm.error === null) return
    field.current?.select()
    // What is said of it has pushed it down.
    field.current?.scrollIntoView({ block: 'nearest' })
  }, [confirm.error])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const code = field.current?.value.trim() ?? ''
    setEmpty(code === '')
    if (code === '') field.current?.focus()
    else if (!confirm.isPending) confirm.mutate(code)
  }
  return (
    <Sheet
      title={m.scan_code()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={<ConfirmBar label={m.confirm()} busy={confirm.isPending} formId={formId} />}
    >
      <p>{m.scan_code_how()}</p>
      <QrCode content={address} label={m.qr_code()} />
      <p className={styles.typed}>
        {m.type_secret()}{' '}
        <span className={styles.secret} translate="no" data-testid="secret">
          {inFours(secret)}
        </span>
      </p>
      <form id={formId} noValidate onSubmit={submit}>
        <ProblemNotice error={confirm.error} />
        <TextField
          ref={field}
          label={m.app_code()}
          hint={m.app_code_hint()}
          error={isEmpty ? m.code_missing() : undefined}
          name="code"
          autoComplete="one-time-code"
          inputMode="numeric"
        />
      </form>
    </Sheet>
  )
}

function useConfirmation(onConfirmed: (codes: readonly string[]) => void, onClose: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (code: string) =>
      call('POST /account/authenticator-app/_confirm', { body: { code } }),
    onSuccess: ({ recoveryCodes }) => {
      announce(() => m.app_set_up())
      if (recoveryCodes.length > 0) onConfirmed(recoveryCodes)
      else onClose()
      void readFactorsAgain(client)
    },
  })
}

function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret
}
