/** What a decision about a product is made from, under lock or only to tell what it would be. */
import { nothing } from '@2park/domain/amount'
import type { StartRequest } from '@2park/domain/asked'
import type { ParkingFacts } from '@2park/domain/decision'
import type { ProductAccount } from '@2park/domain/ledger'
import { placesOf, type ProductKind } from '@2park/domain/product-kind'
import type { Ask } from '#modules/organisations/index.ts'
import { entitlementOf, type Entitlement } from '#modules/delegations/index.ts'
import { getTerms, type Terms } from '#modules/products/index.ts'
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
  readonly kind: ProductKind
  /** The ledger account that it is paid from, and that what comes back goes to. */
  readonly payer: ProductAccount
  /** The municipality's side of every movement. */
  readonly usageAccountId: string
  readonly facts: Omit<ParkingFacts, 'sessions'> & { readonly sessions: readonly StoredSession[] }
  /** Where it is parked, if the product leaves the choice (O2). */
  readonly area: ChosenArea | undefined
  readonly context: SessionContext
}

type ChosenArea = { readonly id: string; readonly name: string }

type Read = {
  readonly product: FactsOfProduct | undefined
  readonly sessions: readonly SessionRow[]
  /** Where a new session is wished for; nowhere in particular if it is not said. */
  readonly location?: string | undefined
}

/** The ground to decide on, if the actor may park there: someone else's is as good as none. */
export async function requireGround(
  ask: Ask,
  actor: Actor,
  { product, sessions, location }: Read,
): Promise<Ground> {
  const entitlement = product && entitlementOf(actor, product)
  if (!product || !entitlement) throw new Refused('notFound')
  const { area, terms } = await getTermsThere(ask, product, location)
  const { kind, rules, tariff, timeZone, usageAccountId } = terms
  const { blocked, rightsBought } = product
  const ofType = rules.maxConcurrent
  const maxConcurrent = placesOf(kind, { ofType, rightsBought: rightsBought ?? undefined })
  const payer = payerOf(product)
  const delegation = entitlement.as === 'delegate' ? entitlement : undefined
  return {
    product,
    kind,
    payer,
    usageAccountId,
    facts: {
      product: { valid: validityOf(product), blocked },
      delegation,
      rules: { ...rules, maxConcurrent },
      // What the holder has is no affair of who was sent away.
      balance: delegation?.revoked ? nothing : payer.balance,
      tariff,
      timeZone,
      sessions: sessions
        .filter(({ deleted }) => !deleted)
        .map((session) => toSession(session, { ...actor, areaId: area?.id ?? null })),
    },
    area,
    context: {
      ...contextOf(product, entitlement, rules.extensionAllowed),
      location: area?.name ?? null,
    },
  }
}

/** By which it is priced: of the product's own area, or of the one that was chosen. */
async function getTermsThere(ask: Ask, product: FactsOfProduct, location: string | undefined) {
  const own = await getTerms(ask, product)
  const area = product.chosenArea ?? chosenOf(own, { wished: location, own: product.areaId })
  if (!area) return { area, terms: own }
  return { area, terms: await getTerms(ask, { ...product, areaId: area.id }) }
}

type Choice = { readonly wished: string | undefined; readonly own: string }

/** Who has no choice need not say it. */
function chosenOf({ kind, locations }: Terms, { wished, own }: Choice): ChosenArea | undefined {
  if (kind !== 'prepaid') {
    if (wished !== undefined && wished !== own) throw new Refused('locationNotOffered')
    return undefined
  }
  const only = locations.length === 1 ? locations[0] : undefined
  const area = wished === undefined ? only : locations.find(({ id }) => id === wished)
  if (!area) throw new Refused(wished === undefined ? 'locationMissing' : 'locationNotOffered')
  return area
}

/** The part that was given to a delegate pays for their sessions; everything else the product. */
function payerOf(product: FactsOfProduct): ProductAccount {
  const { unit, balance, version, partId, partBalance, partVersion } = product
  if (partId === null || partBalance === null || partVersion === null)
    return { id: product.accountId, kind: 'product', unit, balance, version }
  return { id: partId, kind: 'delegation', unit, balance: partBalance, version: partVersion }
}

function contextOf(
  { id: productId, unit, favouriteName, startedBy, delegationId }: FactsOfProduct,
  entitlement: Entitlement,
  extensionAllowed: boolean,
): Omit<SessionContext, 'location'> {
  const isHolder = entitlement.as === 'holder'
  const mayExtend = isHolder ? delegationId === null : !entitlement.revoked
  return {
    productId,
    unit,
    favouriteName,
    extendable: extensionAllowed && mayExtend,
    // One's own address says nothing to a delegate.
    startedBy: isHolder ? startedBy : null,
  }
}

type Wish = Pick<StartRequest, 'plate' | 'start'> & {
  readonly end: Temporal.Instant | 'usual'
}

/** What was asked, as this product understands it: without an end, as is usual there (F3, H1). */
export function startOn({ kind }: Ground, { plate, start, end }: Wish): StartRequest {
  if (kind === 'plateSwitch') throw new Refused('sessionsNotOffered')
  const usualEnd = kind === 'temporaryPlate' ? 'open' : 'endOfDay'
  return { kind: 'start', plate, start, end: end === 'usual' ? usualEnd : end }
}

/** The session among them. Deleted, it is as if it had never been. */
export function requireSession({ facts }: Ground, sessionId: string): StoredSession {
  const session = facts.sessions.find(({ id }) => id === sessionId)
  if (!session) throw new Refused('notFound')
  return session
}
