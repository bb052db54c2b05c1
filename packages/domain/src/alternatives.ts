/**
 * What may be offered instead of what was refused (G5).
 *
 * Every candidate is judged by the rules that refused the request, and only what they accept is
 * offered: an alternative that is refused when it is taken would be a bug.
 */
import { difference, type Amount } from './amount.ts'
import { resolve, type Asked, type ParkingRequest, type StartRequest } from './asked.ts'
import { interval, isBefore, type Interval } from './interval.ts'
import { added, affordableEnd, interruption, latestEnd, othersOfPlate } from './limits.ts'
import { paidPeriods } from './paid-hours.ts'
import type { Price } from './price.ts'
import { judge, type Judgement, type Reason } from './rules.ts'
import { noRightPeriods } from './stay.ts'

/** Another request that would be accepted as it stands, and what would come of it. */
export type Alternative = {
  readonly kind: 'shorter' | 'later' | 'now' | 'extendExisting'
  readonly request: ParkingRequest
  readonly during: Interval
  /** It ends when it is stopped, and at the latest with its product. */
  readonly openEnded: boolean
  readonly price: Price
  readonly charge: Amount
  readonly balanceAfter: Amount
}

type Refused = Extract<Judgement, { outcome: 'refused' }>

/** What candidates are judged in; `isFree` where what was asked would have cost nothing anyway. */
type Context = Pick<Asked, 'facts' | 'now'> & { readonly isFree: boolean }

/** Where another time does not help. */
const hopeless: ReadonlySet<Reason> = new Set<Reason>([
  'blocked',
  'expired',
  'revoked',
  'plateNotAllowed',
  'bookedByAnother',
  'sessionEnded',
  'extensionNotAllowed',
  'endBeforeStart',
  'endNotLater',
])

/** What another start may mend. */
const mendedByWaiting: ReadonlySet<Reason> = new Set<Reason>([
  'validity',
  'noRightPossible',
  'tooSoonAgain',
  'plateAlreadyParked',
  'maxConcurrent',
])

/** How many later starts are tried, so that refusing stays quick in the busiest pool. */
const mostLaterStarts = 24

/** Less than this is not worth a choice. */
const leastUse = { minutes: 1 }

/** Best first: what starts as asked, then what prolongs the plate's own session, then later ones. */
export function alternativesTo(
  asked: Asked,
  refused: Refused,
  sameStart: 'shorter' | 'now' = 'shorter',
): Alternative[] {
  const { request, facts, now } = asked
  const has = (reasons: ReadonlySet<Reason>) => refused.reasons.some((each) => reasons.has(each))
  if (has(hopeless)) return []
  if (refused.reasons.includes('startInPast')) return correctedToNow(asked)

  const context = { facts, now, isFree: refused.priced?.price.paidSeconds === 0 }
  const offered = [fit(sameStart, request, context)]
  if (request.kind === 'start' && has(mendedByWaiting)) {
    offered.push(extendExisting(asked, context), later(request, asked, context))
  }
  return offered.filter((each) => each !== undefined)
}

/** Who fills in 14:00 at 14:03 means now. */
function correctedToNow({ request, facts, now }: Asked): Alternative[] {
  if (request.kind !== 'start') return []
  const fromNow = { ...request, start: 'now' } as const
  const asked = resolve(fromNow, facts, now)
  if (!asked) return []
  const judgement = judge(asked)
  if (judgement.outcome === 'refused') return alternativesTo(asked, judgement, 'now')
  const isFree = judgement.priced.price.paidSeconds === 0
  const until = asked.openEnded ? fromNow : { ...fromNow, end: asked.end }
  const offered = offer('now', until, { facts, now, isFree })
  return offered ? [offered] : []
}

/** The plate is parked at the start that was asked for: its session can go on instead. */
function extendExisting(asked: Asked, context: Context): Alternative | undefined {
  const isParked = ({ start, end }: Interval) =>
    !isBefore(asked.start, start) && isBefore(asked.start, end)
  const existing = othersOfPlate(asked).find(
    ({ during, elsewhere }) => !elsewhere && isParked(during),
  )
  if (!existing) return undefined
  const request = { kind: 'extend', sessionId: existing.id, end: asked.end } as const
  return fit('extendExisting', request, context)
}

/** The first start at which all of the time asked for fits, or else as much of it as can be. */
function later(request: StartRequest, asked: Asked, context: Context): Alternative | undefined {
  const length = asked.start.until(asked.end)
  const requests = laterStarts(asked).map((start) =>
    asked.openEnded ? { ...request, start } : { ...request, start, end: start.add(length) },
  )
  for (const each of requests) {
    const whole = offer('later', each, context)
    if (whole) return whole
  }
  for (const each of requests) {
    const part = fit('later', each, context)
    if (part) return part
  }
  return undefined
}

/** The moments at which something that is in the way may be over, the soonest first. */
function laterStarts(asked: Asked): Temporal.Instant[] {
  const { tariff, product } = asked.facts
  const aDayOn = interval(asked.start, asked.end.add({ hours: 24 }))
  const starts = [
    product.valid.start,
    ...asked.others.map(({ during }) => during.end),
    ...othersOfPlate(asked).map((other) => {
      const { end } = other.during
      return end.add({ seconds: interruption(asked, other, end) })
    }),
    ...noRightPeriods(tariff, aDayOn).map(({ end }) => end),
  ]
  return starts
    .filter((start) => isBefore(asked.start, start))
    .toSorted((a, b) => Temporal.Instant.compare(a, b))
    .filter((start, index, all) => index === 0 || !all[index - 1]?.equals(start))
    .slice(0, mostLaterStarts)
}

/** As much of a request as every rule and the balance allow from its start on. */
function fit(
  kind: Alternative['kind'],
  request: ParkingRequest,
  context: Context,
): Alternative | undefined {
  const asked = resolve(request, context.facts, context.now)
  if (!asked) return undefined
  const end = latestEnd(asked)
  if (!isBefore(asked.from, end)) return undefined
  return offer(kind, { ...request, end: affordableEnd(asked, end) }, context)
}

/** The request as an alternative, if the rules accept it and it is of any use. */
function offer(
  kind: Alternative['kind'],
  request: ParkingRequest,
  { facts, now, isFree }: Context,
): Alternative | undefined {
  const asked = resolve(request, facts, now)
  if (!asked) return undefined
  const judgement = judge(asked)
  if (judgement.outcome === 'refused') return undefined
  if (isBefore(asked.end, asked.from.add(leastUse))) return undefined
  // Nobody who wanted paid time is helped by time that is free for everyone.
  if (!isFree && paidPeriods(facts.tariff, added(asked)).length === 0) return undefined

  const { during, price, charge } = judgement.priced
  const balanceAfter = difference(facts.balance, charge)
  return { kind, request, during, openEnded: asked.openEnded, price, charge, balanceAfter }
}
