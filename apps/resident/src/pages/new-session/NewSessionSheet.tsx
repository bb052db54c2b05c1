/** A new parking session (F): the form, the search for a plate, and the screen of a refusal, in one sheet. */
import { type RefObject, useRef, useState } from 'react'
import type { PlateValue } from '@2park/web/components/PlateField'
import { Sheet } from '@2park/web/components/Sheet'
import { m } from '#paraglide/messages.js'
import { QuoteBar } from '#booking/QuoteBar.tsx'
import { refusalStep } from '#booking/refusal-step.tsx'
import { type Booking, useBooking } from '#booking/use-booking.ts'
import { type Product, useWording } from '#products.ts'
import { go } from '#routing/navigation.ts'
import { announceBooked } from './announce-booked.ts'
import { FormStep } from './FormStep.tsx'
import { useKnownPlates } from './known-plates.ts'
import { PlateSearch } from './PlateSearch.tsx'
import { useDraft } from './use-draft.ts'
import { useQuote } from './use-quote.ts'

type Props = { readonly product: Product; readonly onClose: () => void }

export function NewSessionSheet({ product, onClose }: Props) {
  const wording = useWording(product)
  const booking = useBooking((session) => {
    const tab = session.state === 'planned' ? 'planned' : undefined
    go({ page: 'sessions', productId: product.id, tab }, { replace: true })
    announceBooked(session, wording)
  })
  const draft = useDraft(product)
  const search = useSearchStep(product, draft.settlePlate)
  const plateInput = useRef<HTMLInputElement>(null)
  const form = useFormStep({ product, draft, booking, plateInput, onSearch: search.open })
  const step = refusalStep({ booking, product, wording }) ?? search.step ?? form
  return (
    <Sheet
      closeLabel={m.close()}
      onClose={onClose}
      {...step}
      // On a touch screen the keyboard would cover the favourites, which are quicker.
      {...(matchMedia('(pointer: fine)').matches && { initialFocus: plateInput })}
    />
  )
}

function useSearchStep(product: Product, settlePlate: (plate: PlateValue) => void) {
  const known = useKnownPlates(product)
  const [isOpen, setOpen] = useState(false)
  const choose = (plate: PlateValue) => {
    settlePlate(plate)
    setOpen(false)
  }
  const step = isOpen
    ? {
        title: m.choose_plate(),
        back: { label: m.back_to_form(), onBack: () => setOpen(false) },
        children: <PlateSearch known={known} onChoose={choose} />,
      }
    : undefined
  return { step, open: () => setOpen(true) }
}

type FormGiven = {
  readonly product: Product
  readonly draft: ReturnType<typeof useDraft>
  readonly booking: Booking
  readonly plateInput: RefObject<HTMLInputElement | null>
  readonly onSearch: () => void
}

function useFormStep({ product, draft, booking, plateInput, onSearch }: FormGiven) {
  const quote = useQuote(product, draft.form, draft.settledPlate)
  const confirm = () => {
    const order = draft.confirmed()
    if (order) booking.book(draft.form, order)
    else if (draft.form.plate.number === '') plateInput.current?.focus()
  }
  return {
    title: m.new_session(),
    footer: (
      <QuoteBar
        quote={quote.data}
        isFetching={quote.isPlaceholderData}
        label={m.confirm()}
        busy={booking.isPending}
        onConfirm={confirm}
      />
    ),
    children: (
      <FormStep
        product={product}
        draft={draft}
        onSearch={onSearch}
        quote={quote.data}
        error={booking.error ?? quote.error}
        plateRef={plateInput}
      />
    ),
  }
}
