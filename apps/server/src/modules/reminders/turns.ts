/** What a reminder is about: one turn of a session, as long as that is where it was and is news. */
import { isBefore } from '@2park/domain/interval'
import type { Due, ReminderKind, Subject } from './reminders.queries.ts'

/** Where the turn is that it is about. */
const turnOf: Readonly<Record<ReminderKind, 'startsAt' | 'endsAt'>> = {
  endsSoon: 'endsAt',
  ended: 'endsAt',
  stillRunning: 'startsAt',
  begun: 'startsAt',
  delegateStarted: 'startsAt',
}

export function isStillSo({ kind, turnAt }: Due, subject: Subject): boolean {
  return !subject.isDeleted && subject[turnOf[kind]].equals(turnAt)
}

/** Told later than this, after an outage, it would be no help. */
const newsFor = { hours: 1 }

/** What is about a session that runs is no news once it has ended. */
export function newsUntil({ kind, dueAt }: Due, { endsAt }: Subject): Temporal.Instant {
  const stale = dueAt.add(newsFor)
  return kind === 'ended' || isBefore(stale, endsAt) ? stale : endsAt
}
