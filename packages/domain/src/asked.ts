/**
 * What is asked for, in what circumstances, and which stretch of time that comes down to.
 *
 * A request speaks as people do: "now", "until the end of the day". Here it becomes whole seconds:
 * the form's default end turns into a midnight (F3), and where the municipality chose end-of-day
 * deactivation, a session that ends the same day is taken until the end of the paid hours (G1). An
 * end that is left open is that of the product, unless the session is stopped before (H1).
 */
import type { Amount, Unit } from './amount.ts'
import { endOfDay, isBefore, wholeSecondRoundedDown, type Interval } from './interval.ts'
import { endOfPaidHours } from './paid-hours.ts'
import type { Plate } from './plate.ts'
import type { ParkingSession } from './session.ts'
import type { Tariff } from './tariff.ts'

export type StartRequest = {
  readonly kind: 'start'
  readonly plate: Plate
  readonly start: Temporal.Instant | 'now'
  readonly end: Temporal.Instant | 'endOfDay' | 'open'
}

export type ExtendRequest = {
  readonly kind: 'extend'
  readonly sessionId: string
  readonly end: Temporal.Instant
}

export type ParkingRequest = StartRequest | ExtendRequest

/** What the municipality decided for a product type. */
export type ProductRules = {
  /** What its sessions are priced in. */
  readonly unit: Unit
  /** No session outlives the paid hours of the day it began on (G1). */
  readonly endOfDayDeactivation: boolean
  readonly extensionAllowed: boolean
  readonly maxDurationSeconds?: number | undefined
  /** The most sessions at any one moment (G4). */
  readonly maxConcurrent?: number | undefined
  /** 0 is today only: planning reaches to the end of the day that is so many days from today. */
  readonly maxDaysAhead: number
}

/** What someone who parks on another's product may (J). */
export type DelegationFacts = {
  readonly revoked: boolean
  /** The only one that may be parked, where the holder chose it (J4). */
  readonly plate: Plate | undefined
}

export type ParkingFacts = {
  readonly product: { readonly valid: Interval; readonly blocked: boolean }
  /** By which the asker parks; the holder needs none. */
  readonly delegation?: DelegationFacts | undefined
  readonly rules: ProductRules
  readonly balance: Amount
  readonly tariff: Tariff
  readonly timeZone: string
  /** All of this product that have not ended, or ended within the last day. */
  readonly sessions: readonly ParkingSession[]
}

/** A request, worked out: which stretch of time it is for, and what is around it. */
export type Asked = {
  readonly request: ParkingRequest
  readonly facts: ParkingFacts
  readonly now: Temporal.Instant
  readonly plate: Plate
  readonly start: Temporal.Instant
  /** Not after `start` where the request makes no sense: the rules will say so. */
  readonly end: Temporal.Instant
  /** The session that is to be extended. */
  readonly extended: ParkingSession | undefined
  /** The start of what is new: of an extension only what it adds takes a place or a right. */
  readonly from: Temporal.Instant
  /** The product's sessions beside this one. */
  readonly others: readonly ParkingSession[]
  readonly cutToPaidHours: boolean
  /** It ends when it is stopped, and at the latest with its product. */
  readonly openEnded: boolean
}

/**
 * Works a request out at `now`, a whole second. Undefined where the facts don't hold the session
 * to extend: it ended more than a day ago.
 */
export function resolve(
  request: ParkingRequest,
  facts: ParkingFacts,
  now: Temporal.Instant,
): Asked | undefined {
  if (request.kind === 'start') {
    const start = request.start === 'now' ? now : wholeSecondRoundedDown(request.start)
    const around = { from: start, extended: undefined, others: facts.sessions }
    const until = taken(start, request.end, facts)
    return { request, facts, now, plate: request.plate, start, ...until, ...around }
  }
  const extended = facts.sessions.find(({ id }) => id === request.sessionId)
  if (!extended) return undefined
  const { plate, during } = extended
  const others = facts.sessions.filter((each) => each !== extended)
  const until = taken(during.start, request.end, facts)
  return {
    request,
    facts,
    now,
    plate,
    start: during.start,
    ...until,
    from: during.end,
    extended,
    others,
  }
}

/** The end that was asked for, or the one that end-of-day deactivation makes of it. */
function taken(
  start: Temporal.Instant,
  asked: StartRequest['end'],
  { rules, product, tariff, timeZone }: ParkingFacts,
): Pick<Asked, 'end' | 'cutToPaidHours' | 'openEnded'> {
  const midnight = endOfDay(start, timeZone)
  const openEnded = asked === 'open' && !rules.endOfDayDeactivation
  if (openEnded) {
    // Where the product is over by then, the rules will say so.
    const last = wholeSecondRoundedDown(product.valid.end)
    return { end: isBefore(start, last) ? last : midnight, cutToPaidHours: false, openEnded }
  }

  const end = typeof asked === 'string' ? midnight : wholeSecondRoundedDown(asked)
  const last = rules.endOfDayDeactivation ? endOfPaidHours(tariff, start) : end
  const cutToPaidHours = !isBefore(midnight, end) && isBefore(last, end)
  return { end: cutToPaidHours ? last : end, cutToPaidHours, openEnded }
}
