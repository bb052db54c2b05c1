/**
 * [Huisstijl]: the municipality's name, logo and colours, with what they look like and how well they can
 * be read. What the server refuses stands at its fields, all of it at once.
 */
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { ProblemAnswer } from '@2park/web/api'
import { ErrorSummary } from '@2park/web/components/ErrorSummary'
import { Sheet } from '@2park/web/components/Sheet'
import { ConfirmBar } from '#booking/ConfirmBar.tsx'
import { m } from '#paraglide/messages.js'
import { NotYet } from '#problems/NotYet.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { useShopToken } from '../shop.ts'
import { BrandingFields } from './BrandingFields.tsx'
import { brandingRead, useSaving } from './branding.ts'
import {
  formOf,
  toBranding,
  toldByField,
  type Branding,
  type BrandingField,
} from './branding-form.ts'

type Props = { readonly onClose: () => void }

export function BrandingSheet({ onClose }: Props) {
  const { data, error, refetch } = useQuery(brandingRead(useShopToken()))
  if (data !== undefined) return <Editing branding={data} onClose={onClose} />
  return (
    <Sheet title={m.branding()} closeLabel={m.close()} onClose={onClose}>
      <NotYet {...{ error, refetch }} blockSize="20rem" />
    </Sheet>
  )
}

type EditingProps = Props & { readonly branding: Branding }

function Editing({ branding, onClose }: EditingProps) {
  const formId = useId()
  // What was there when it was opened: what comes later is for who opens it later.
  const [{ version, ...first }] = useState(branding)
  const [form, setForm] = useState(() => formOf({ version, ...first }))
  const [wrong, setWrong] = useState<ReadonlyMap<BrandingField, string>>(new Map())
  const [attempt, setAttempt] = useState(0)
  const [isReading, setReading] = useState(false)
  const saving = useSaving(version, onClose)

  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // A logo that is still being read would not go along.
    if (saving.isPending || isReading) return
    saving.mutate(toBranding(form), {
      onError: (error) => {
        setWrong(toldBy(error))
        setAttempt(attempt + 1)
      },
    })
  }
  return (
    <Sheet
      title={m.branding()}
      closeLabel={m.close()}
      onClose={onClose}
      footer={
        <>
          {/* In sight wherever one is in the form. */}
          {toldBy(saving.error).size === 0 && <ProblemNotice error={saving.error} />}
          <ConfirmBar label={m.save()} busy={saving.isPending || isReading} formId={formId} />
        </>
      }
    >
      <form id={formId} noValidate onSubmit={save}>
        <ErrorSummary title={m.errors_title()} attempt={attempt} hasLabels />
        <BrandingFields
          form={form}
          onChange={setForm}
          wrong={wrong}
          onWrong={setWrong}
          onReading={setReading}
        />
      </form>
    </Sheet>
  )
}

function toldBy(error: Error | null): ReadonlyMap<BrandingField, string> {
  return toldByField(error instanceof ProblemAnswer ? (error.problem.errors ?? []) : [])
}
