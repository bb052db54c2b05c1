/** What parking would cost and whether it may: the same facts and the same decisions, no effect. */
import { difference, nothing, type Amount } from '@2park/domain/amount'
import {
  decide,
  decideStop,
  type Alternative,
  type Decision,
  type ParkingRequest,
  type Reason,
} from '@2park/domain/decision'
import type { Interval } from '@2park/domain/interval'
import type { Plate } from '@2park/domain/plate'
import type { Price } from '@2park/domain/price'
import { run } from '#database/database.ts'
import type { Ask } from '#modules/organisations/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { dayStrips, type DayStrip } from './day-strip.ts'
import {
  readProduct,
  readProductOfSession,
  sessionsBesideSession,
  sessionsOfProduct,
} from './facts.queries.ts'
import { factsReachBack, requireGround, requireSession, startOn, type Ground } from './ground.ts'
import type { StartSession } from './parking-sessions.commands.ts'

export type Quote = {
  readonly asOf: Temporal.Instant
  readonly outcome: Decision['outcome']
  /** Undefined where what was asked is no stretch of time. */
  readonly during: Interval | undefined
  /** Undefined, with the charge, where it begins in the past or is too far ahead to be priced. */
  readonly price: Price | undefined
  readonly charge: Amount | undefined
  readonly ground: Ground
  readonly shortfall: Amount
  readonly cutToPaidHours: boolean
  readonly openEnded: boolean
  readonly freeUntil: Temporal.Instant | undefined
  readonly reasons: readonly Reason[]
  readonly alternatives: readonly Alternative[]
  readonly days: readonly DayStrip[]
}

type Judged = Omit<Quote, 'asOf' | 'ground' | 'days'>

export type StartQuote = Pick<StartSession, 'productId' | 'location' | 'start' | 'end'> & {
  /** Undefined while none is filled in: everything but the plate can be told already. */
  readonly plate: Plate | undefined
}

/** Nobody's: no other session is of it, and it is written nowhere. */
const noPlate: Plate = { number: '0', country: '0' }

export async function quoteStart(
  { db, now: clock }: World,
  actor: Actor,
  { productId, plate: filledIn, location, ...times }: StartQuote,
): Promise<Quote> {
  const now = clock()
  const ask: Ask = (bound) => run(db, bound)
  const [[product], sessions] = await Promise.all([
    ask(readProduct(productId, filledIn, actor.accountId)),
    ask(sessionsOfProduct(productId, now.subtract(factsReachBack))),
  ])
  const ground = await requireGround(ask, actor, { product, sessions, location })
  // Who may park one plate only means that one (J4).
  const plate = filledIn ?? ground.facts.delegation?.plate ?? noPlate
  return quoted(ground, now, judged(startOn(ground, { plate, ...times }), ground, now))
}

export type SessionQuote = {
  readonly sessionId: string
  /** Absent where the question is what stopping now would give back. */
  readonly end: Temporal.Instant | undefined
}

export async function quoteSession(
  { db, now: clock }: World,
  actor: Actor,
  { sessionId, end }: SessionQuote,
): Promise<Quote> {
  const now = clock()
  const ask: Ask = (bound) => run(db, bound)
  const [[product], sessions] = await Promise.all([
    ask(readProductOfSession(sessionId, actor.accountId)),
    ask(sessionsBesideSession(sessionId, now.subtract(factsReachBack))),
  ])
  const ground = await requireGround(ask, actor, { product, sessions })
  const outcome = end
    ? judged({ kind: 'extend', sessionId, end }, ground, now)
    : stopped(sessionId, ground, now)
  return quoted(ground, now, outcome)
}

function judged(request: ParkingRequest, ground: Ground, now: Temporal.Instant): Judged {
  const decision = decide(request, ground.facts, now)
  if (decision.outcome === 'accepted')
    return { ...decision, shortfall: nothing, reasons: [], alternatives: [] }
  const shortfall = decision.shortfall ?? nothing
  const accepted = { cutToPaidHours: false, openEnded: false, freeUntil: undefined }
  return { ...decision, ...accepted, shortfall }
}

function stopped(sessionId: string, ground: Ground, now: Temporal.Instant): Judged {
  const decision = decideStop(requireSession(ground, sessionId), ground.facts.tariff, now)
  if (decision.outcome === 'refused') throw new Refused(decision.reason)
  const { during, price, refund } = decision
  return {
    outcome: 'accepted',
    during,
    price,
    charge: difference(nothing, refund),
    shortfall: nothing,
    cutToPaidHours: false,
    openEnded: false,
    freeUntil: undefined,
    reasons: [],
    alternatives: [],
  }
}

function quoted(ground: Ground, asOf: Temporal.Instant, outcome: Judged): Quote {
  return { ...outcome, asOf, ground, days: dayStrips(ground.facts, outcome.during, asOf) }
}
