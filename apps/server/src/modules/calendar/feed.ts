/** Parking sessions as appointments, in the language of whose calendar it is. */
import type { Language } from '@2park/contract/language'
import { displayPlate } from '@2park/domain/plate'
import type { Appointment } from './calendar.queries.ts'
import { writeCalendar, type Event } from './icalendar.ts'

type Words = {
  readonly name: string
  readonly parking: string
  readonly untilStopped: string
}

const words: Readonly<Record<Language, Words>> = {
  nl: { name: '2Park parkeeracties', parking: 'Parkeren', untilStopped: 'Loopt tot u stopt.' },
  en: {
    name: '2Park parking sessions',
    parking: 'Parking',
    untilStopped: 'Lasts until you stop it.',
  },
}

export function feedOf(appointments: readonly Appointment[], language: Language): string {
  const { name } = words[language]
  return writeCalendar({ name, events: appointments.map((each) => toEvent(each, words[language])) })
}

function toEvent(appointment: Appointment, { parking, untilStopped }: Words): Event {
  const { id, plate, country, favouriteName, productName, areaName, organisationName } = appointment
  const shown = displayPlate({ number: plate, country })
  return {
    uid: `${id}@2park`,
    sequence: appointment.revision - 1,
    stampedAt: appointment.bookedAt,
    start: appointment.startsAt,
    end: appointment.endsAt,
    summary:
      favouriteName === null ? `${parking} ${shown}` : `${parking} ${favouriteName} (${shown})`,
    location: `${areaName}, ${organisationName}`,
    description: appointment.openEnded ? `${productName}. ${untilStopped}` : productName,
  }
}
