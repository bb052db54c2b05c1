/** Says delegations in the words of the contract. */
import type { Api } from '@2park/contract/api'
import type { Delegation as DelegationShape } from '@2park/contract/delegations'
import type { Output } from '@2park/contract/endpoint'
import type { z } from 'zod/mini'
import { closedAddress } from '#modules/accounts/index.ts'
import { delegationStateOf } from './delegations.policy.ts'
import type { Delegation } from './delegations.queries.ts'

export type Shown = z.output<typeof DelegationShape>

/** A delegation after a change, with the holder's balance. */
export type Changed = Output<Api['POST /products/{productId}/delegations']>

type Held = Output<Api['GET /account/held-data']>['delegationsGiven'][number]

/** As it is part of what is held about somebody. */
export function presentHeldDelegation(delegation: Delegation): Held {
  const { id, productId, email, unit, left, plate, acceptedAt, revokedAt } = delegation
  return {
    id,
    productId,
    ...(email !== closedAddress && { email }),
    state: delegationStateOf(delegation),
    ...(plate && { plate }),
    ...(left !== null && { allotment: { unit, value: left } }),
    invitedAt: delegation.invitedAt.toString(),
    ...(acceptedAt && { acceptedAt: acceptedAt.toString() }),
    ...(revokedAt && { revokedAt: revokedAt.toString() }),
  }
}

export function presentDelegation(delegation: Delegation): Shown {
  const { unit, left, plate, running, planned } = delegation
  return {
    id: delegation.id,
    email: delegation.email,
    state: delegationStateOf(delegation),
    ...(plate && { plate }),
    ...(left !== null && { allotment: { unit, value: left } }),
    counts: { running, planned },
    invitedAt: delegation.invitedAt.toString(),
    mailedAt: delegation.mailedAt.toString(),
  }
}
