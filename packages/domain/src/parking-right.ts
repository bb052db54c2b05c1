/**
 * May this plate stand here at this moment, and until when? What enforcement asks, and nothing of
 * whose it is.
 *
 * A parking session gives its plate a right while it lasts. A resident product gives one to its
 * active plate while it is valid and not blocked, but for the time of a session for a temporary
 * plate: then only that plate has it (H2, H3). So at each moment it is held by one plate.
 */
import { contains, earliest, interval, isBefore, latest, type Interval } from './interval.ts'
import { isSamePlate, type Plate } from './plate.ts'
import { isResident, type ProductKind } from './product-kind.ts'

export type ParkedPlate = { readonly plate: Plate; readonly during: Interval }

/** Without an end it is active still. */
export type ActivePlate = {
  readonly plate: Plate
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant | undefined
}

/** What a product gave and gives, to whatever plates. */
export type RightsOfProduct = {
  readonly kind: ProductKind
  readonly valid: Interval
  readonly blockedAt: Temporal.Instant | undefined
  /** Of a resident product; at most one at a time. */
  readonly activePlates: readonly ActivePlate[]
  /** As long as each really was: one that was stopped ends there, and one that was deleted is none. */
  readonly sessions: readonly ParkedPlate[]
}

export type ParkingRight = {
  readonly kind: ProductKind
  /** From when on the plate may no longer stand there, without a gap before. */
  readonly until: Temporal.Instant
}

/** The right of the plate at the moment on any of the products; undefined where it has none. */
export function parkingRightAt(
  products: readonly RightsOfProduct[],
  plate: Plate,
  at: Temporal.Instant,
): ParkingRight | undefined {
  const rights = products.flatMap((product) =>
    heldOn(product)
      .filter((held) => isSamePlate(held.plate, plate))
      .map(({ during }) => ({ kind: product.kind, during })),
  )
  const [first, ...others] = rights.filter(({ during }) => holdsAt(during, at))
  if (!first) return undefined
  const longest = others.reduce((a, b) => (isBefore(a.during.end, b.during.end) ? b : a), first)
  const stretches = rights.map(({ during }) => during)
  return { kind: longest.kind, until: endOfChain(stretches, longest.during.end) }
}

/** Which plate had the product when. */
function heldOn(product: RightsOfProduct): ParkedPlate[] {
  if (!isResident(product.kind)) return [...product.sessions]
  const { valid, blockedAt, activePlates, sessions } = product
  // A temporary plate stands in for the active one, and has no more than that would have.
  const end = blockedAt ? earliest(valid.end, blockedAt) : valid.end
  if (!isBefore(valid.start, end)) return []
  const held = interval(valid.start, end)
  const taken = sessions.map(({ during }) => during)
  const own = activePlates.flatMap(({ plate, from, until = end }) =>
    isBefore(from, until)
      ? without(interval(from, until), taken).map((during) => ({ plate, during }))
      : [],
  )
  return [...sessions, ...own].flatMap(({ plate, during }) =>
    within(held, during).map((part) => ({ plate, during: part })),
  )
}

/** What the others leave of it. */
function without(whole: Interval, others: readonly Interval[]): Interval[] {
  return others.reduce<Interval[]>(
    (left, { start, end }) =>
      left.flatMap((part) => [
        ...within(part, { start: part.start, end: start }),
        ...within(part, { start: latest(part.start, end), end: part.end }),
      ]),
    [whole],
  )
}

/** Their common part, if there is one. */
function within(outer: Interval, { start, end }: Interval): Interval[] {
  const from = latest(outer.start, start)
  const until = earliest(outer.end, end)
  return isBefore(from, until) ? [interval(from, until)] : []
}

function holdsAt(during: Interval, at: Temporal.Instant): boolean {
  return contains(during, { start: at, end: at }) && isBefore(at, during.end)
}

/** Where one ends and another goes on, there is no gap. */
function endOfChain(stretches: readonly Interval[], end: Temporal.Instant): Temporal.Instant {
  const next = stretches.find((during) => holdsAt(during, end))
  return next ? endOfChain(stretches, next.end) : end
}
