/** [Verleng] (E3): a later end, what it costs more, and the same screen where it may not. */
import { useState } from 'react'
import { Sheet } from '@2park/web/components/Sheet'
import { m } from '#paraglide/messages.js'
import { QuoteBar } from '#booking/QuoteBar.tsx'
import { refusalStep } from '#booking/refusal-step.tsx'
import { useBooking } from '#booking/use-booking.ts'
import { draftsOf } from '#drafts.ts'
import { type Product, useWording } from '#products.ts'
import type { Session } from '#sessions.ts'
import { useKeptState } from '#use-kept-form.ts'
import { announceExtended } from './announce-extended.ts'
import { ExtendForm } from './ExtendForm.tsx'
import { emptyExtension, extendedEnd, type ExtensionForm } from './extension.ts'
import { useExtensionQuote } from './use-extension-quote.ts'

const drafts = draftsOf<ExtensionForm>('extension')

type Props = {
  readonly product: Product
  readonly session: Session
  readonly onClose: () => void
}

export function ExtendSheet({ product, session: latest, onClose }: Props) {
  const wording = useWording(product)
  // The session as it was when the sheet opened: one hour more must not become two when lists refresh.
  const [session] = useState(latest)
  const [form, setForm] = useKeptState(drafts, session.id, () =>
    emptyExtension(session.end, wording.zone),
  )
  const booking = useBooking((extended) => {
    onClose()
    announceExtended(extended, wording)
  })
  const end = extendedEnd(form, session.end, wording.zone)?.toString()
  const quote = useExtensionQuote(session.id, end)
  const [attempt, setAttempt] = useState(0)
  const confirm = () => {
    setAttempt(attempt + 1)
    if (end === undefined) return
    booking.book(form, () => ({ kind: 'extend', parkingSessionId: session.id, end }))
  }
  const step = refusalStep({ booking, product, wording }) ?? {
    title: m.extend_title(),
    footer: (
      <QuoteBar
        quote={quote.data}
        isFetching={quote.isPlaceholderData}
        sumLabel={m.extra()}
        label={m.confirm()}
        busy={booking.isPending}
        onConfirm={confirm}
      />
    ),
    children: (
      <ExtendForm
        session={session}
        wording={wording}
        form={form}
        onChange={setForm}
        attempt={attempt}
        quote={quote.data}
        error={booking.error ?? quote.error}
      />
    ),
  }
  return <Sheet closeLabel={m.close()} onClose={onClose} {...step} />
}
