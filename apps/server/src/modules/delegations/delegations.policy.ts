/** To whom a product may be delegated, and what has become of it: pure, and the same for every command. */
import type { RefusalCode } from '@2park/contract/problems'
import type { Plate } from '@2park/domain/plate'

export type DelegationState = 'pending' | 'accepted' | 'revoked' | 'left'

type Happened = {
  readonly acceptedAt: Temporal.Instant | null
  readonly delegateId: string | null
  readonly revokedAt: Temporal.Instant | null
  readonly revokedBy: string | null
}

/** Follows from what happened. */
export function delegationStateOf(delegation: Happened): DelegationState {
  const { acceptedAt, delegateId, revokedAt, revokedBy } = delegation
  if (revokedAt !== null) return revokedBy === delegateId ? 'left' : 'revoked'
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
  const { rule, productState } = given
  const broken = {
    delegationNotOffered: rule === 'notAllowed',
    blocked: productState === 'blocked',
    expired: productState === 'expired',
    delegateIsHolder: wish.email === given.holderEmail,
    alreadyDelegated: given.hasSame,
    plateRequired: rule === 'plateRequired' && wish.plate === undefined,
    tooManyDelegations: given.count >= mostDelegations,
  } satisfies Partial<Record<RefusalCode, boolean>>
  // The names of the object above.
  const names = Object.keys(broken) as (keyof typeof broken)[]
  return names.filter((name) => broken[name])
}
