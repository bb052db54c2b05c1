/** Says sessions, prices and alternatives in the words of the contract. */
import type { ParkingSession as SessionShape } from '@2park/contract/parking-sessions'
import type { Alternative as AlternativeShape, Price as PriceShape } from '@2park/contract/quotes'
import type { Amount, Unit } from '@2park/domain/amount'
import type { Alternative, RefusedDecision } from '@2park/domain/decision'
import type { Interval } from '@2park/domain/interval'
import type { Price } from '@2park/domain/price'
import { stateOf, type ParkingSession } from '@2park/domain/session'
import type { z } from 'zod/mini'
import { Refused } from '#refused.ts'

export type PresentedSession = z.output<typeof SessionShape>

/** What a session is shown with, beside itself. */
export type SessionContext = {
  readonly productId: string
  readonly unit: Unit
  readonly favouriteName: string | null
  readonly extendable: boolean
  /** Where that was not the holder, and the holder asks. */
  readonly startedBy: string | null
  /** Where it is parked, if the product leaves the choice. */
  readonly location: string | null
}

export function presentSession(
  { id, plate, during, cost, openEnded }: ParkingSession & { readonly openEnded: boolean },
  { productId, unit, favouriteName, extendable, startedBy, location }: SessionContext,
  now: Temporal.Instant,
): PresentedSession {
  const state = stateOf({ during }, now)
  return {
    id,
    productId,
    plate,
    ...(favouriteName !== null && { favouriteName }),
    ...(location !== null && { location }),
    ...presentStretch(during),
    // How a session ended that is over, its end tells.
    ...(openEnded && state !== 'ended' && { openEnded }),
    state,
    cost: { unit, value: cost },
    extendable: extendable && !openEnded,
    ...(startedBy !== null && { startedBy }),
  }
}

export function presentStretch({ start, end }: Interval): { start: string; end: string } {
  return { start: start.toString(), end: end.toString() }
}

export function presentPrice(price: Price, unit: Unit): z.output<typeof PriceShape> {
  return {
    total: { unit, value: price.total },
    paidSeconds: price.paidSeconds,
    lines: price.lines.map((line) => ({
      ...presentStretch(line),
      paidSeconds: line.paidSeconds,
      amount: { unit, value: line.amount },
      capped: line.capped,
    })),
  }
}

export function presentAlternative(
  { kind, request, during, openEnded, price, charge, balanceAfter }: Alternative,
  unit: Unit,
): z.output<typeof AlternativeShape> {
  const of = (value: Amount) => ({ unit, value })
  const startsAt = request.kind === 'start' && request.start !== 'now' ? request.start : undefined
  return {
    kind,
    ...(request.kind === 'extend' && { parkingSessionId: request.sessionId }),
    ...(startsAt && { start: startsAt.toString() }),
    ...(!openEnded && { end: during.end.toString() }),
    during: presentStretch(during),
    price: of(price.total),
    charge: of(charge),
    balanceAfter: of(balanceAfter),
  }
}

/** The weightiest reason names the problem; all of them, and the ways out, come with it. */
export function refusal(
  { reasons, alternatives, shortfall }: RefusedDecision,
  unit: Unit,
): Refused {
  const [weightiest = 'sessionEnded'] = reasons
  return new Refused(weightiest, {
    reasons,
    alternatives: alternatives.map((each) => presentAlternative(each, unit)),
    ...(shortfall !== undefined && { shortfall: { unit, value: shortfall } }),
  })
}
