import { plate } from '@2park/domain/plate'
import type { StartSession } from './parking-sessions.commands.ts'

type Wish = { readonly start?: string | undefined; readonly end?: string | undefined }
type TypedPlate = { readonly number: string; readonly country: string }

/** What a form says, as the domain understands it: no start is now (F2), no end is the day's (F3). */
export function toStartRequest(
  { start, end }: Wish,
  typed: TypedPlate,
): Pick<StartSession, 'plate' | 'start' | 'end'> {
  return {
    plate: plate(typed.number, typed.country),
    start: start === undefined ? 'now' : Temporal.Instant.from(start),
    end: end === undefined ? 'endOfDay' : Temporal.Instant.from(end),
  }
}
