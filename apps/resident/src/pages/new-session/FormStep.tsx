/** The first step of a new parking session: plate, start and end, with the price as it stands. */
import type { RefObject } from 'react'
import { ChipGroup } from '@2park/web/components/ChipGroup'
import { ErrorSummary } from '@2park/web/components/ErrorSummary'
import { Plate } from '@2park/web/components/Plate'
import { serverNow } from '@2park/web/clock'
import { dateOf, type Wording } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import { MomentFieldset } from '#booking/MomentFieldset.tsx'
import type { Quote } from '#booking/order.ts'
import { PricePanel, PriceSkeleton } from '#booking/PricePanel.tsx'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { type Product, useWording } from '#products.ts'
import { type NewSessionForm, withStart } from './form.ts'
import { useKnownPlates } from './known-plates.ts'
import styles from './NewSession.module.css'
import { LocationChoice } from './LocationChoice.tsx'
import { PlateChoice } from './PlateChoice.tsx'
import type { useDraft } from './use-draft.ts'

type Props = {
  readonly product: Product
  readonly draft: ReturnType<typeof useDraft>
  readonly onSearch: (sought: 'plate' | 'location') => void
  readonly quote: Quote | undefined
  readonly error: Error | null | undefined
  readonly plateRef: RefObject<HTMLInputElement | null>
}

export function FormStep({ product, draft, quote, error, ...props }: Props) {
  const wording = useWording(product)
  const known = useKnownPlates(product)
  const { form, change } = draft
  return (
    <>
      <ErrorSummary title={m.errors_title()} attempt={draft.attempt} />
      {product.kind === 'temporaryPlate' && (
        <p className={styles.lead}>{m.temporary_plate_lead()}</p>
      )}
      {product.delegation?.plate ? (
        <OnlyPlate plate={product.delegation.plate} />
      ) : (
        <PlateChoice
          value={form.plate}
          onChange={(plate) => change({ ...form, plate })}
          onSettled={draft.settlePlate}
          known={known}
          onSearch={() => props.onSearch('plate')}
          error={draft.plateError}
          inputRef={props.plateRef}
        />
      )}
      {product.kind === 'prepaid' && (
        <LocationChoice
          chosen={draft.location}
          error={draft.locationError}
          onSearch={() => props.onSearch('location')}
        />
      )}
      <StartChoice form={form} onChange={change} wording={wording} />
      <EndChoice form={form} onChange={change} wording={wording} />
      <ProblemNotice error={error} />
      {(quote || !error) && <Price quote={quote} product={product} draft={draft} />}
    </>
  )
}

/** Where it depends on a choice that is still to be made, there is none yet. */
function Price({ quote, product, draft }: Pick<Props, 'quote' | 'product' | 'draft'>) {
  const wording = useWording(product)
  if (product.kind === 'prepaid' && !draft.location) return <p>{m.price_after_location()}</p>
  return quote ? <PricePanel quote={quote} wording={wording} /> : <PriceSkeleton />
}

/** What the delegation is for: there is no other (J4). */
function OnlyPlate({ plate }: { readonly plate: NewSessionForm['plate'] }) {
  return (
    <p className={styles.only}>
      {m.delegated_plate()} <Plate {...plate} />
    </p>
  )
}

type ChoiceProps = {
  readonly form: NewSessionForm
  readonly onChange: (form: NewSessionForm) => void
  readonly wording: Wording
}

function StartChoice({ form, onChange, wording }: ChoiceProps) {
  return (
    <ChipGroup
      legend={m.start()}
      choices={[
        { value: 'now', label: m.start_now() },
        { value: 'later', label: m.start_later() },
      ]}
      value={form.start}
      onChange={(start) => onChange({ ...form, start })}
    >
      {form.start === 'later' && (
        <MomentFieldset
          value={form.startAt}
          onChange={(startAt) => onChange(withStart(form, startAt, wording.zone))}
          earliest={today(wording)}
          missing={{ date: m.start_date_missing(), time: m.start_time_missing() }}
        />
      )}
    </ChipGroup>
  )
}

function EndChoice({ form, onChange, wording }: ChoiceProps) {
  return (
    <ChipGroup
      legend={m.end()}
      choices={[
        ...(form.usualEnd === 'open' ? [{ value: 'open' as const, label: m.end_open() }] : []),
        { value: 'endOfDay' as const, label: m.end_of_day() },
        { value: 'oneHour' as const, label: m.one_hour() },
        { value: 'twoHours' as const, label: m.two_hours() },
        { value: 'other' as const, label: m.end_other() },
      ]}
      value={form.end}
      onChange={(end) => onChange({ ...form, end })}
    >
      {form.end === 'other' && (
        <MomentFieldset
          value={form.endAt}
          onChange={(endAt) => onChange({ ...form, endAt })}
          earliest={today(wording)}
          missing={{ date: m.end_date_missing(), time: m.end_time_missing() }}
        />
      )}
    </ChipGroup>
  )
}

function today({ zone }: Wording): string {
  return dateOf(serverNow().toString(), zone)
}
