import { plate, type Plate } from '@2park/domain/plate'
import type { StartSession } from './parking-sessions.commands.ts'

type Wish = {
  readonly start?: string | undefined
  readonly end?: string | undefined
  readonly location?: string | undefined
}
type TypedPlate = { readonly number: string; readonly country: string }

/** What a form says, as the domain understands it. */
export function toStartRequest(
  wish: Wish,
  typed: TypedPlate,
): Pick<StartSession, 'plate' | 'location' | 'start' | 'end'> {
  return { plate: toPlate(typed), location: wish.location, ...toTimes(wish) }
}

/** No start is now (F2); an end that is not said is as is usual for the product. */
export function toTimes({ start, end }: Wish): Pick<StartSession, 'start' | 'end'> {
  return {
    start: start === undefined ? 'now' : Temporal.Instant.from(start),
    end: end === undefined ? 'usual' : Temporal.Instant.from(end),
  }
}

export function toPlate({ number, country }: TypedPlate): Plate {
  return plate(number, country)
}
