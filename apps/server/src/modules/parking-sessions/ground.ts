/** What a decision about a product is made from, under lock or only to tell what it would be. */
import type { ParkingFacts } from '@2park/domain/decision'
import type { Ask } from '#modules/organisations/index.ts'
import { getTerms, isHolder } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import type { Actor } from '#world.ts'
import {
  toSession,
  validityOf,
  type FactsOfProduct,
  type SessionRow,
  type StoredSession,
} from './facts.queries.ts'
import type { SessionContext } from './presentation.ts'

/** A session that ended this long ago may still keep its plate from coming back so soon. */
export const factsReachBack = { hours: 24 }

export type Ground = {
  readonly product: FactsOfProduct
  /** The municipality's side of every movement. */
  readonly usageAccountId: string
  readonly facts: Omit<ParkingFacts, 'sessions'> & { readonly sessions: readonly StoredSession[] }
  readonly context: SessionContext
}

type Read = {
  readonly product: FactsOfProduct | undefined
  readonly sessions: readonly SessionRow[]
}

/** The ground to decide on, if the product is the actor's: someone else's is as good as none. */
export async function requireGround(
  ask: Ask,
  actor: Actor,
  { product, sessions }: Read,
): Promise<Ground> {
  if (!product || !isHolder(actor, product)) throw new Refused('notFound')
  const { rules, tariff, timeZone, usageAccountId } = await getTerms(ask, product)
  const { id: productId, unit, favouriteName, blocked, balance } = product
  return {
    product,
    usageAccountId,
    facts: {
      product: { valid: validityOf(product), blocked },
      rules,
      balance,
      tariff,
      timeZone,
      sessions: sessions.filter(({ deleted }) => !deleted).map(toSession),
    },
    context: { productId, unit, favouriteName, extendable: rules.extensionAllowed },
  }
}

/** The session among them. Deleted, it is as if it had never been. */
export function requireSession({ facts }: Ground, sessionId: string): StoredSession {
  const session = facts.sessions.find(({ id }) => id === sessionId)
  if (!session) throw new Refused('notFound')
  return session
}
