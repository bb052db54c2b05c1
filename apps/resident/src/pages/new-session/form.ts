/** The choices of a new parking session, and the request that they amount to at a given moment. */
import { dateOf, endOf, endOfDay, momentOf, timeOf } from '@2park/web/moments'
import type { PlateValue } from '@2park/web/components/PlateField'
import type { MomentFields } from '#booking/moment-fields.ts'
import type { ParkingRequest } from '#booking/order.ts'

export type NewSessionForm = {
  readonly plate: PlateValue
  /** Where, by who has chosen one of several (O2). */
  readonly location?: string
  readonly start: 'now' | 'later'
  readonly startAt: MomentFields
  readonly end: 'open' | 'endOfDay' | 'oneHour' | 'twoHours' | 'other'
  /** Which of these it is where no end is sent: the server knows it by the product (F3, H1). */
  readonly usualEnd: 'open' | 'endOfDay'
  readonly endAt: MomentFields
}

const hours = { oneHour: 1, twoHours: 2 } as const

/** Nothing filled in but what most people want: now, until the end of the day or open (F2, F3, H1). */
export function emptyForm(
  now: Temporal.Instant,
  zone: string,
  usualEnd: NewSessionForm['usualEnd'] = 'endOfDay',
): NewSessionForm {
  const soon = nextQuarter(now, zone)
  return {
    plate: { number: '', country: 'NL' },
    start: 'now',
    startAt: fieldsOf(soon, zone),
    end: usualEnd,
    usualEnd,
    endAt: fieldsOf(soon.add({ hours: 1 }), zone),
  }
}

/**
 * Undefined while a date or a time is not filled in. Without a start it is now, by the server's
 * clock; without an end, it is as is usual for the product.
 */
export function timesOf(
  form: NewSessionForm,
  now: Temporal.Instant,
  zone: string,
): Omit<ParkingRequest, 'plate' | 'location'> | undefined {
  const start = form.start === 'now' ? undefined : momentOf(form.startAt, zone)
  if (form.start === 'later' && start === undefined) return undefined
  const from = start === undefined ? {} : { start: start.toString() }
  if (form.end === form.usualEnd) return from
  const end = endIn(form, start ?? now, zone)
  return end && { ...from, end: end.toString() }
}

function endIn({ end, endAt }: NewSessionForm, start: Temporal.Instant, zone: string) {
  if (end === 'other') return endOf(endAt, zone)
  if (end === 'oneHour' || end === 'twoHours')
    return start.add({ hours: hours[end] }).round('millisecond')
  return endOfDay(start, zone)
}

/** Another day for the start takes a later end along with it, so that the end is not left behind. */
export function withStart(
  form: NewSessionForm,
  startAt: MomentFields,
  zone: string,
): NewSessionForm {
  const start = momentOf(startAt, zone)
  const end = endOf(form.endAt, zone)
  if (!start || !end || Temporal.Instant.compare(start, end) < 0) return { ...form, startAt }
  return { ...form, startAt, endAt: fieldsOf(start.add({ hours: 1 }), zone) }
}

function fieldsOf(moment: Temporal.Instant, zone: string): MomentFields {
  const text = moment.toString()
  return { date: dateOf(text, zone), time: timeOf(text, zone) }
}

function nextQuarter(now: Temporal.Instant, zone: string): Temporal.Instant {
  return now
    .toZonedDateTimeISO(zone)
    .round({ smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'ceil' })
    .toInstant()
}
