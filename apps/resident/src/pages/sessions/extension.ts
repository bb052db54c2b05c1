/** The new ends that a session is offered when it is extended (E3). */
import { dateOf, endOf, endOfDay, timeOf, writtenEnd } from '@2park/web/moments'
import type { MomentFields } from '#booking/moment-fields.ts'

export type ExtensionForm = {
  readonly choice: 'oneHour' | 'twoHours' | 'endOfDay' | 'other'
  readonly endAt: MomentFields
}

const hours = { oneHour: 1, twoHours: 2 } as const

export function emptyExtension(end: string, zone: string): ExtensionForm {
  const later = Temporal.Instant.from(end).add({ hours: 1 }).toString()
  return { choice: 'oneHour', endAt: { date: dateOf(later, zone), time: timeOf(later, zone) } }
}

/** Undefined while a date or a time is not filled in. */
export function extendedEnd(
  { choice, endAt }: ExtensionForm,
  end: string,
  zone: string,
): Temporal.Instant | undefined {
  if (choice === 'other') return endOf(endAt, zone)
  if (choice === 'endOfDay') return endOfDay(Temporal.Instant.from(writtenEnd(end, zone)), zone)
  return Temporal.Instant.from(end).add({ hours: hours[choice] })
}

/** A session that lasts until midnight has the end of its day already. */
export function canReachEndOfDay(end: string, zone: string): boolean {
  return writtenEnd(end, zone) === end
}
