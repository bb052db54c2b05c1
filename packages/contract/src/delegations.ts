/** Delegations (J): someone else parks on one's product, with a part of the balance or all of it. */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { EmailAddress, Id, Instant, Plate, PlateInput, UnitAmount } from './fields.ts'
import { languages } from './language.ts'

/** Worked out from what happened: invited, accepted, revoked by the holder, or left by the delegate. */
export const DelegationState = z.enum(['pending', 'accepted', 'revoked', 'left'])

export const Delegation = z.object({
  id: Id,
  email: z.string(),
  state: DelegationState,
  /** The only plate that may be parked; absent where the choice is free (J4). */
  plate: z.optional(Plate),
  /** What is left of the part that was given; absent where the whole balance is shared (J5). */
  allotment: z.optional(UnitAmount),
  /** Of the delegate's parking sessions. */
  counts: z.object({ running: z.int(), planned: z.int() }),
  invitedAt: Instant,
  mailedAt: Instant,
})

/** In the smallest piece of the product's unit. */
const Allotment = (least: number) => z.int().check(z.gte(least), z.lte(1_000_000_000))

export const DelegationInput = z.strictObject({
  email: EmailAddress,
  /** Of the mail with the link. */
  language: z.enum(languages),
  plate: z.optional(PlateInput),
  /** The part of the balance that moves to the delegate; absent, the whole balance is shared. */
  allotment: z.optional(Allotment(1)),
})

const ProductParams = z.object({ productId: Id })
const DelegationParams = z.object({ productId: Id, delegationId: Id })

/** A change, with the holder's new balance (J3). */
const Changed = z.object({ delegation: Delegation, balance: UnitAmount })

export const delegationEndpoints = endpoints({
  'GET /products/{productId}/delegations': {
    summary: "The delegations of one's product, the latest first, those that ended last (J2).",
    tag: 'delegations',
    params: ProductParams,
    response: z.object({ delegations: z.array(Delegation), balance: UnitAmount }),
    status: 200,
    problems: [],
  },
  'POST /products/{productId}/delegations': {
    summary: 'Invite someone by e-mail to park on the product (J3). The part given moves at once.',
    tag: 'delegations',
    params: ProductParams,
    body: DelegationInput,
    response: Changed,
    status: 201,
    problems: [
      'delegationNotOffered',
      'blocked',
      'expired',
      'delegateIsHolder',
      'alreadyDelegated',
      'plateRequired',
      'allotmentTooHigh',
      'tooManyDelegations',
      'tooManyRequests',
    ],
  },
  'PATCH /products/{productId}/delegations/{delegationId}': {
    summary: 'Change what is left of the part; the difference moves from or to the balance (J5).',
    tag: 'delegations',
    params: DelegationParams,
    body: z.strictObject({ allotment: Allotment(0) }),
    response: Changed,
    status: 200,
    problems: ['delegationRevoked', 'wholeBalanceShared', 'allotmentTooHigh'],
  },
  'POST /products/{productId}/delegations/{delegationId}/_resend': {
    summary: 'Send the mail with the link once more; the link of the former one ends (J3).',
    tag: 'delegations',
    params: DelegationParams,
    response: Delegation,
    status: 200,
    problems: [
      'delegationAccepted',
      'delegationRevoked',
      'delegationNotOffered',
      'blocked',
      'expired',
      'tooManyRequests',
    ],
  },
  'POST /products/{productId}/delegations/{delegationId}/_revoke': {
    summary:
      'Revoke a delegation (J6): what is left comes back. Its parking sessions go on, unless they are stopped as well.',
    tag: 'delegations',
    params: DelegationParams,
    body: z.strictObject({ stopSessions: z.boolean() }),
    response: Changed,
    status: 200,
    problems: [],
  },
  'POST /products/{productId}/_leave': {
    summary: "Give up one's delegation of a product: what is left returns to its holder.",
    tag: 'delegations',
    params: ProductParams,
    status: 204,
    problems: [],
  },
})
