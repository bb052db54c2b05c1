/** Says what was parked in the words of the contract. */
import type { EndedSession as SessionShape } from '@2park/contract/history'
import type { Unit } from '@2park/domain/amount'
import { isBefore } from '@2park/domain/interval'
import type { z } from 'zod/mini'
import type { EndedSession } from './sessions.queries.ts'

type Context = {
  readonly unit: Unit
  readonly organisation: { readonly timeZone: string }
}

export function presentEndedSession(
  { id, startsAt, endsAt, cost, startedBy, favouriteName, ...row }: EndedSession,
  { unit, organisation }: Context,
  now: Temporal.Instant,
): z.output<typeof SessionShape> {
  const { plate, country, plateGoesAt } = row
  // Its time may have come, and the job that forgets it be a moment late.
  const isKept = plate !== null && country !== null && isBefore(now, plateGoesAt)
  const goesOn = plateGoesAt.toZonedDateTimeISO(organisation.timeZone).toPlainDate()
  return {
    id,
    ...(isKept && { plate: { number: plate, country }, plateKeptUntil: goesOn.toString() }),
    ...(isKept && favouriteName !== null && { favouriteName }),
    start: startsAt.toString(),
    end: endsAt.toString(),
    cost: { unit, value: cost },
    ...(startedBy !== null && { startedBy }),
  }
}
