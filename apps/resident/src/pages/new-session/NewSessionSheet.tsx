/** A new parking session (F): the form, the search for a plate, and the screen of a refusal, in one sheet. */
import { type RefObject, useRef, useState } from 'react'
import { Sheet } from '@2park/web/components/Sheet'
import { m } from '#paraglide/messages.js'
import { QuoteBar } from '#booking/QuoteBar.tsx'
import { refusalStep } from '#booking/refusal-step.tsx'
import { type Booking, useBooking } from '#booking/use-booking.ts'
import { startHint } from '#installed/hints.ts'
import { type Product, useWording } from '#products.ts'
import { go } from '#routing/navigation.ts'
import { announceBooked } from './announce-booked.ts'
import { FormStep } from './FormStep.tsx'
import { useKnownPlates } from './known-plates.ts'
import { LocationSearch } from './LocationSearch.tsx'
import { type Locations, useLocations } from './locations.ts'
import { PlateSearch } from './PlateSearch.tsx'
import { useDraft } from './use-draft.ts'
import { useQuote } from './use-quote.ts'

type Props = { readonly product: Product; readonly onClose: () => void }

export function NewSessionSheet({ product, onClose }: Props) {
  const wording = useWording(product)
  const booking = useBooking((session) => {
    startHint()
    const tab = session.state === 'planned' ? 'planned' : undefined
    go({ page: 'sessions', productId: product.id, tab }, { replace: true })
    announceBooked(session, wording)
  })
  const locations = useLocations(product)
  const draft = useDraft(product, locations)
  const search = useSearchStep(product, draft, locations)
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

type Draft = ReturnType<typeof useDraft>
type Sought = 'plate' | 'location'

function useSearchStep(product: Product, draft: Draft, locations: Locations | undefined) {
  const known = useKnownPlates(product)
  const [sought, seek] = useState<Sought>()
  const chosen = (change: () => void) => {
    change()
    seek(undefined)
  }
  const back = { label: m.back_to_form(), onBack: () => seek(undefined) }
  const steps = {
    plate: {
      title: m.choose_plate(),
      back,
      children: (
        <PlateSearch known={known} onChoose={(plate) => chosen(() => draft.settlePlate(plate))} />
      ),
    },
    location: {
      title: m.choose_location(),
      back,
      children: (
        <LocationSearch
          all={locations?.all ?? []}
          onChoose={({ id }) => chosen(() => draft.change({ ...draft.form, location: id }))}
        />
      ),
    },
  }
  return { step: sought && steps[sought], open: seek }
}

type FormGiven = {
  readonly product: Product
  readonly draft: Draft
  readonly booking: Booking
  readonly plateInput: RefObject<HTMLInputElement | null>
  readonly onSearch: (sought: Sought) => void
}

function useFormStep({ product, draft, booking, plateInput, onSearch }: FormGiven) {
  const { form, settledPlate: plate, location } = draft
  const quote = useQuote(product, { form, plate, location: location?.id })
  const confirm = () => {
    const order = draft.confirmed()
    if (order) booking.book({ form, location: location?.id }, order)
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
