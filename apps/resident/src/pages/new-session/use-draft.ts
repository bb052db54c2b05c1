/** The form of a new parking session while it is filled in, with what is wrong with it so far. */
import { useEffect, useState } from 'react'
import { sideCode } from '@2park/domain/plate'
import { serverNow } from '@2park/web/clock'
import type { PlateValue } from '@2park/web/components/PlateField'
import { m } from '#paraglide/messages.js'
import type { Order } from '#booking/order.ts'
import type { Product } from '#products.ts'
import { newSessionDrafts } from './new-session-drafts.ts'
import { useKeeping } from '#use-kept-form.ts'
import type { Locations } from './locations.ts'
import { emptyForm, type NewSessionForm, timesOf } from './form.ts'

export function useDraft(
  { id: productId, kind, organisation, delegation }: Product,
  locations: Locations | undefined,
) {
  const { timeZone } = organisation
  const usualEnd = kind === 'temporaryPlate' ? 'open' : 'endOfDay'
  // Who may park one plate only has nothing to choose (J4).
  const onlyPlate = delegation?.plate
  const kept = newSessionDrafts.of(productId)
  const [form, setForm] = useState(() => ({
    ...(kept ?? emptyForm(serverNow(), timeZone, usualEnd)),
    ...(onlyPlate && { plate: onlyPlate }),
  }))
  const [settled, setSettled] = useState<PlateValue | undefined>(
    onlyPlate ?? (kept && isComplete(kept.plate) ? kept.plate : undefined),
  )
  const [isPlateMissing, setPlateMissing] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const where = useChosenLocation(form, locations)

  const keep = useKeeping(newSessionDrafts, productId)
  useEffect(() => keep(form), [keep, form])

  const settlePlate = (plate: PlateValue) => {
    setSettled(plate.number === '' ? undefined : plate)
    setForm((current) => (current.plate === plate ? current : { ...current, plate }))
    if (plate.number !== '') setPlateMissing(false)
  }
  const change = (changed: NewSessionForm) => {
    setForm(changed)
    // A plate that is still being typed says nothing yet about what may be parked.
    if (changed.plate !== form.plate)
      setSettled(isComplete(changed.plate) ? changed.plate : undefined)
    if (changed.plate.number !== '') setPlateMissing(false)
  }
  /** What to order when the form is confirmed; undefined where something has to be filled in first. */
  const confirmed = (): (() => Order) | undefined => {
    const { plate } = form
    setAttempt(attempt + 1)
    setPlateMissing(plate.number === '')
    const isPlaced = where.check()
    const times = timesOf(form, serverNow(), timeZone)
    if (plate.number === '' || !isPlaced || times === undefined) return undefined
    return () => ({ kind: 'start', productId, request: { plate, ...where.asked, ...times } })
  }

  return {
    form,
    change,
    settledPlate: settled,
    settlePlate,
    plateError: isPlateMissing ? m.plate_missing() : undefined,
    location: where.location,
    locationError: where.error,
    /** How often it was confirmed. */
    attempt,
    confirmed,
  }
}

/** Of a product with a choice of locations, the one that was chosen, or is proposed until then (O2). */
function useChosenLocation(form: NewSessionForm, locations: Locations | undefined) {
  const [isMissing, setMissing] = useState(false)
  const chosen = form.location ?? locations?.proposed
  const location = locations?.all.find(({ id }) => id === chosen)
  const isPlaced = !locations || location !== undefined
  return {
    location,
    asked: location && { location: location.id },
    error: isMissing && !isPlaced ? m.location_missing() : undefined,
    check: () => {
      setMissing(!isPlaced)
      return isPlaced
    },
  }
}

/** No key of a Dutch plate is missing any more. */
function isComplete({ number, country }: PlateValue): boolean {
  return country === 'NL' && sideCode(number) !== undefined
}
