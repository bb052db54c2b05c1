import { plate, type Plate } from '@2park/domain/plate'
import type { StartSession } from './parking-sessions.commands.ts'

type Wish = { readonly start?: string | undefined; readonly end?: string | undefined }
type TypedPlate = { readonly number: string; readonly country: string }

/** What a form says, as the domain understands it. */
export function toStartRequest(
  wish: Wish,
  typed: TypedPlate,
): Pick<StartSession, 'plate' | 'start' | 'end'> {
  return { plate: toPlate(typed), ...toTimes(wish) }
}

/** No start is now (F2), no end is the day's (F3). */
export function toTimes({ start, end }: Wish): Pick<StartSession, 'start' | 'end'> {
  return {
    start: start === undefined ? 'now' : Temporal.Instant.from(start),
    end: end === undefined ? 'endOfDay' : Temporal.Instant.from(end),
  }
}

export function toPlate({ number, country }: TypedPlate): Plate {
  return plate(number, country)
}
