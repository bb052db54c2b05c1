/** Who may park on what, and to whom it may be delegated: pure, and the same for every command. */
import type { RefusalCode } from '@2park/contract/problems'
import type { Plate } from '@2park/domain/plate'
import type { Actor } from '#world.ts'

/** By what right somebody parks on a product, and with which plate only. */
export type Entitlement =
  | { readonly as: 'holder' }
  | {
      readonly as: 'delegate'
      readonly delegationId: string
      readonly plate: Plate | undefined
      readonly revoked: boolean
    }

export type EntitlementFacts = {
  readonly holderId: string | null
  /** Of the delegation that is asked by, or that a session was booked by. */
  readonly delegationId: string | null
  readonly delegateId: string | null
  readonly delegationPlate: Plate | null
  readonly revoked: boolean
}

/**
 * Whether, and how, the actor may do with a product: as its holder everything, and by a delegation of
 * their own what that says. A session of somebody else's delegation is nobody's but the holder's.
 */
export function entitlementOf(actor: Actor, facts: EntitlementFacts): Entitlement | undefined {
  if (actor.accountId === facts.holderId) return { as: 'holder' }
  const { delegationId, delegateId, delegationPlate, revoked } = facts
  if (delegationId === null || delegateId !== actor.accountId) return undefined
  return { as: 'delegate', delegationId, plate: delegationPlate ?? undefined, revoked }
}

export type DelegationState = 'pending' | 'accepted' | 'revoked' | 'left'

type Happened = {
  readonly acceptedAt: Temporal.Instant | null
  readonly delegateId: string | null
  readonly revokedAt: Temporal.Instant | null
  readonly revokedBy: string | null
}

/** Follows from what happened. What nobody revoked, but time did, is revoked as well. */
export function delegationStateOf(delegation: Happened): DelegationState {
  const { acceptedAt, delegateId, revokedAt, revokedBy } = delegation
  if (revokedAt !== null) return revokedBy !== null && revokedBy === delegateId ? 'left' : 'revoked'
  return acceptedAt === null ? 'pending' : 'accepted'
}

/** A household's friends and helpers are fewer; a list that can be read is not longer. */
export const mostDelegations = 25

export type Wish = {
  readonly email: string
  readonly plate: Plate | undefined
}

export type Circumstances = {
  readonly rule: 'notAllowed' | 'plateOptional' | 'plateRequired'
  readonly productState: 'active' | 'upcoming' | 'expired' | 'blocked' | 'revoked'
  readonly holderEmail: string
  /** How many of the product hold: pending or accepted. */
  readonly count: number
  /** Whether one of those is for this address, or for somebody who has it. */
  readonly hasSame: boolean
}

/** Every rule that says no to an invitation, the weightiest first. */
export function reasonsAgainst(wish: Wish, given: Circumstances): RefusalCode[] {
  const { rule } = given
  return namesOf({
    ...brokenByProduct(given),
    delegateIsHolder: wish.email === given.holderEmail,
    alreadyDelegated: given.hasSame,
    plateRequired: rule === 'plateRequired' && wish.plate === undefined,
    tooManyDelegations: given.count >= mostDelegations,
  })
}

type OfProduct = Pick<Circumstances, 'rule' | 'productState'>

/** Of these rules the ones about the product, which hold for a mail that is sent again, too. */
export function reasonsOfProduct(given: OfProduct): RefusalCode[] {
  return namesOf(brokenByProduct(given))
}

function brokenByProduct({ rule, productState }: OfProduct) {
  return {
    delegationNotOffered: rule === 'notAllowed',
    blocked: productState === 'blocked',
    expired: productState === 'expired',
  }
}

function namesOf(broken: Partial<Record<RefusalCode, boolean>>): RefusalCode[] {
  // The names of the object.
  const names = Object.keys(broken) as RefusalCode[]
  return names.filter((name) => broken[name])
}
