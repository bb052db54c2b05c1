/**
 * Starting, planning, extending, stopping and deleting: each is one decision, in two round trips.
 * The first reads the facts, the second writes in one statement if they still hold.
 */
import { randomUUIDv7 } from 'node:crypto'
import { difference } from '@2park/domain/amount'
import { decide, decideDelete, decideStop } from '@2park/domain/decision'
import type { Plate } from '@2park/domain/plate'
import type { Keep } from '#http/answers.queries.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { askOn, booked, bookSession, rebookSession, type Booker } from './booking.ts'
import {
  lockProduct,
  lockProductOfSession,
  readProduct,
  readProductOfSession,
  sessionsBesideSession,
  sessionsOfProduct,
  type StoredSession,
} from './facts.queries.ts'
import { factsReachBack, requireGround, requireSession, startOn, type Ground } from './ground.ts'
import { presentSession, refusal, type PresentedSession } from './presentation.ts'

export type StartSession = {
  readonly productId: string
  readonly plate: Plate
  /** Of a product that leaves the choice: the area (O2). */
  readonly location?: string | undefined
  readonly start: Temporal.Instant | 'now'
  /** Left to the product, it is as is usual there: the end of the day, or open. */
  readonly end: Temporal.Instant | 'usual'
  readonly keep?: Keep | undefined
}

/** Starts a session now, or plans one (F5). Its whole price is charged at once (E6). */
export async function startSession(
  { db, now: clock }: World,
  actor: Actor,
  { productId, plate, location, start, end, keep }: StartSession,
): Promise<PresentedSession> {
  const now = clock()
  return booked({ db, actor }, lockProduct(productId), async (booker) => {
    const [[product], sessions] = await booker.ask(
      readProduct(productId, plate, actor.accountId),
      sessionsOfProduct(productId, now.subtract(factsReachBack)),
    )
    const ground = await requireGround(askOn(booker), actor, { product, sessions, location })
    const decision = decide(startOn(ground, { plate, start, end }), ground.facts, now)
    if (decision.outcome === 'refused') throw refusal(decision, ground.product.unit)

    const { during, openEnded, price } = decision
    const session = { id: randomUUIDv7(), plate, during, openEnded, cost: price.total }
    const answer = presentSession(session, ground.context, now)
    await bookSession(booker, { actor, now, ground, keep, answer }, session)
    return answer
  })
}

export type OnSession = { readonly sessionId: string; readonly keep?: Keep | undefined }
export type ExtendSession = OnSession & { readonly end: Temporal.Instant }

/** Gives a running or planned session a later end, and charges the difference (E3). */
export async function extendSession(
  { db, now: clock }: World,
  actor: Actor,
  { sessionId, end, keep }: ExtendSession,
): Promise<PresentedSession> {
  const now = clock()
  return booked({ db, actor }, lockProductOfSession(sessionId), async (booker) => {
    const { session, ...ground } = await groundOf(booker, actor, { sessionId, now })
    const decision = decide({ kind: 'extend', sessionId, end }, ground.facts, now)
    if (decision.outcome === 'refused') throw refusal(decision, ground.product.unit)

    const { during, price } = decision
    const cost = price.total
    const answer = presentSession({ ...session, during, cost }, ground.context, now)
    const to = { action: 'sessionExtended', end: during.end, cost } as const
    await rebookSession(booker, { actor, now, ground, session, keep, answer }, to)
    return answer
  })
}

/** Ends a running session now; what was not used comes back (E2). */
export async function stopSession(
  { db, now: clock }: World,
  actor: Actor,
  { sessionId, keep }: OnSession,
): Promise<PresentedSession> {
  const now = clock()
  return booked({ db, actor }, lockProductOfSession(sessionId), async (booker) => {
    const { session, ...ground } = await groundOf(booker, actor, { sessionId, now })
    const decision = decideStop(session, ground.facts.tariff, now)
    if (decision.outcome === 'refused') throw new Refused(decision.reason)

    const { during, refund } = decision
    const cost = difference(session.cost, refund)
    const answer = presentSession({ ...session, during, cost }, ground.context, now)
    const stopped = { end: session.during.end, cost: session.cost }
    const to = { action: 'sessionStopped', end: during.end, cost, stopped } as const
    await rebookSession(booker, { actor, now, ground, session, keep, answer }, to)
    return answer
  })
}

/** Gives up a planned session; its whole cost comes back (E4). */
export async function deleteSession(
  { db, now: clock }: World,
  actor: Actor,
  { sessionId, keep }: OnSession,
): Promise<void> {
  const now = clock()
  await booked({ db, actor }, lockProductOfSession(sessionId), async (booker) => {
    const { session, ...ground } = await groundOf(booker, actor, { sessionId, now })
    const decision = decideDelete(session, now)
    if (decision.outcome === 'refused') throw new Refused(decision.reason)

    const cost = difference(session.cost, decision.refund)
    const { end } = session.during
    const to = { action: 'sessionDeleted', end, cost, deletedAt: now } as const
    await rebookSession(booker, { actor, now, ground, session, keep, answer: undefined }, to)
  })
}

/** The session with the ground it stands on. */
async function groundOf(
  booker: Booker,
  actor: Actor,
  { sessionId, now }: { readonly sessionId: string; readonly now: Temporal.Instant },
): Promise<Ground & { readonly session: StoredSession }> {
  const [[product], sessions] = await booker.ask(
    readProductOfSession(sessionId, actor.accountId),
    sessionsBesideSession(sessionId, now.subtract(factsReachBack)),
  )
  const ground = await requireGround(askOn(booker), actor, { product, sessions })
  return { ...ground, session: requireSession(ground, sessionId) }
}
