/** What every command on a parking session does alike: settle the price, and book it under guard. */
import { difference, nothing, type Amount } from '@2park/domain/amount'
import { invariant } from '@2park/domain/invariant'
import { post, settle, type OrganisationAccount } from '@2park/domain/ledger'
import { hotTransaction, pipeOf, type Bound, type Database, type Pipe } from '#database/database.ts'
import { violatedConstraint } from '#database/violation.ts'
import { countSpending, dayLimitHolds, type Counted } from '#modules/access-tokens/index.ts'
import type { Keep } from '#http/answers.queries.ts'
import type { Ask } from '#modules/organisations/index.ts'
import { Refused } from '#refused.ts'
import type { Actor } from '#world.ts'
import type { Ground } from './ground.ts'
import type { StoredSession } from './facts.queries.ts'
import {
  book,
  changeSession,
  type Booking,
  type Deed,
  type Movement,
  type SessionChange,
  type Written,
} from './writing.queries.ts'

/** For what is seldom asked: a round trip of its own. */
export function askOn(pipe: Pick<Pipe, 'ask'>): Ask {
  return async (bound) => {
    const [rows] = await pipe.ask(bound)
    return rows
  }
}

/** What was decided on, and what is answered. */
export type Decided = {
  readonly actor: Actor
  readonly now: Temporal.Instant
  readonly ground: Ground
  readonly keep: Keep | undefined
  readonly answer: unknown
}

type NewSession = Pick<Booking, 'plate' | 'during' | 'cost' | 'openEnded'> & { readonly id: string }

/** A session that is new, and pays its whole price. */
export async function bookSession(
  booker: Booker,
  decided: Decided,
  session: NewSession,
): Promise<void> {
  const { product, area } = decided.ground
  const { id: sessionId, cost: price } = session
  const deed = deedOf(decided, { sessionId, revision: 1, paid: nothing, price })
  const { id: productId, delegationId } = product
  const booking = { ...session, productId, delegationId, areaId: area?.id ?? null }
  await booker.write(
    book({ ...deed, action: 'sessionStarted' }, booking),
    spendingOf(decided, deed),
  )
}

type Rebooked = Omit<SessionChange, 'revision'> & {
  readonly action: Exclude<Deed['action'], 'sessionStarted'>
}

/** What becomes of a session: it pays or gets back what its cost differs by. */
export async function rebookSession(
  booker: Booker,
  { session, ...decided }: Decided & { readonly session: StoredSession },
  { action, ...to }: Rebooked,
): Promise<void> {
  const { id: sessionId, cost: paid } = session
  const revision = session.revision + 1
  const deed = deedOf(decided, { sessionId, revision, paid, price: to.cost })
  const change = changeSession({ ...deed, action }, { ...to, revision })
  await booker.write(change, spendingOf(decided, deed))
}

type Change = {
  readonly sessionId: string
  /** 1 is the booking itself; each change has a number, and so its transfer has a name. */
  readonly revision: number
  readonly paid: Amount
  readonly price: Amount
}

function deedOf(
  { actor, now, ground, keep, answer }: Decided,
  change: Change,
): Omit<Deed, 'action'> {
  const { product, payer } = ground
  return {
    sessionId: change.sessionId,
    organisationId: product.organisationId,
    accountId: actor.accountId,
    now,
    productAccountId: product.accountId,
    version: product.version,
    payer,
    movement: movementFor(ground, change),
    keep,
    answer,
  }
}

/** Makes what was paid for a session its price. What the balance lacks was refused before. */
function movementFor(
  { payer, usageAccountId }: Pick<Ground, 'payer' | 'usageAccountId'>,
  { sessionId, revision, paid, price }: Change,
): Movement | undefined {
  const usage: OrganisationAccount = { id: usageAccountId, kind: 'usage', unit: payer.unit }
  const cause = { kind: 'session', id: sessionId, step: stepOf(revision) } as const
  const transfer = settle({ product: payer, usage, paid, price, cause })
  if (!transfer) return undefined

  const posting = post(transfer, [payer, usage])
  invariant(posting.outcome === 'posted', `not posted: ${posting.outcome}`)
  const entry = posting.entries.find(({ accountId }) => accountId === payer.id)
  invariant(entry?.running !== undefined, 'who pays keeps a running balance')
  const { balanceAfter } = entry.running
  return { step: cause.step, usageAccountId: usage.id, amount: entry.amount, balanceAfter }
}

function stepOf(revision: number): string {
  return revision === 1 ? 'booking' : `change ${revision - 1}`
}

export type Booker = Pick<Pipe, 'ask'> & {
  /**
   * Writes in one statement and commits, if the product is still as it was read. What the actor's
   * token may spend in a day is counted before, in the same transaction.
   */
  readonly write: (statement: Bound<Written>, spending: Bound<Counted> | undefined) => Promise<void>
}

type Asking = { readonly db: Database; readonly actor: Actor }

/**
 * Reads without a lock, decides, and writes if nothing came between: hardly ever has anything. Who
 * was overtaken decides once more, now behind the lock that `lock` takes: so everyone gets a turn. A
 * token with a limit goes there at once, because it has two things to write.
 */
export async function booked<T>(
  { db, actor }: Asking,
  lock: Bound<object>,
  work: (booker: Booker) => Promise<T>,
): Promise<T> {
  const behindLock = () =>
    hotTransaction(db, async (pipe) => {
      await pipe.ask(lock)
      return work(bookerOn(pipe))
    })
  if (actor.limitedTokenId !== undefined) return withinDayLimit(behindLock)
  try {
    return await work(bookerOn(pipeOf(db)))
  } catch (error) {
    if (!wasOvertaken(error)) throw error
  }
  return behindLock()
}

async function withinDayLimit<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (violatedConstraint(error) === dayLimitHolds) throw new Refused('tokenDayLimit')
    throw error
  }
}

/** What a token with a limit pays or gets back by a change; undefined where there is none to count. */
function spendingOf(
  { actor: { limitedTokenId: tokenId }, ground, now }: Decided,
  { sessionId, movement }: Pick<Deed, 'sessionId' | 'movement'>,
): Bound<Counted> | undefined {
  if (tokenId === undefined || !movement) return undefined
  const on = now.toZonedDateTimeISO(ground.facts.timeZone).toPlainDate()
  return countSpending({ tokenId, sessionId, on, cost: difference(nothing, movement.amount) })
}

function bookerOn(pipe: Pipe): Booker {
  return {
    ask: pipe.ask,
    write: async (bound, spending) => {
      if (spending) {
        const [[counted]] = await pipe.ask(spending)
        // Revoked since the call came in.
        if (!counted) throw new Refused('tokenNotAccepted')
      }
      const [[written]] = await pipe.commit(bound)
      if (!written) throw new Overtaken()
    },
  }
}

class Overtaken extends Error {}

function wasOvertaken(error: unknown): boolean {
  return error instanceof Overtaken || guards.has(violatedConstraint(error) ?? '')
}

/** Constraints that stand behind the version: what should slip past it, they stop. */
const guards: ReadonlySet<string> = new Set([
  'plate_parked_once',
  'balance_never_below_zero',
  'entries_of_an_account_are_numbered',
])
