/**
 * Links that came by mail, or that the permit shop opens by itself: what one is for, and accepting it
 * (A2–A4). The token travels in a body and never in an address, so that no log has it.
 */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { Id, Plate } from './fields.ts'
import { Organisation } from './products.ts'

const LinkToken = z.string().check(z.minLength(1), z.maxLength(200))

export const LinkOffer = z.object({
  /** The product itself, or a delegation to park on it (J). */
  kind: z.enum(['product', 'delegation']),
  organisation: Organisation,
  product: z.object({ name: z.string(), location: z.string() }),
  /** Of a delegation: the address of the holder, and the only plate that may be parked (J4). */
  by: z.optional(z.string()),
  plate: z.optional(Plate),
  /** Where the link was sent: whose account it is for. */
  email: z.string(),
  hasAccount: z.boolean(),
  /** Who is signed in in this browser, whether or not it is they whom the link is for. */
  signedInAs: z.optional(z.string()),
})

/** What the link opened: the product that one may park on from now on. */
const Linked = z.object({ productId: Id })

const cannotUse = ['linkUnknown', 'linkUsed', 'linkSuperseded', 'linkExpired'] as const

export const linkEndpoints = endpoints({
  'POST /links/_look': {
    summary: 'What a link is for, to whoever has it. Nothing changes.',
    tag: 'links',
    open: true,
    body: z.strictObject({ token: LinkToken }),
    response: LinkOffer,
    status: 200,
    problems: [
      ...cannotUse,
      'productEnded',
      'delegationRevoked',
      'delegationExpired',
      'tooManyRequests',
    ],
  },
  'POST /links/_accept': {
    summary: 'Accept a link with the account that it was sent to (A3).',
    tag: 'links',
    body: z.strictObject({ token: LinkToken }),
    response: Linked,
    status: 200,
    problems: [
      ...cannotUse,
      'linkOfSomeoneElse',
      'productEnded',
      'delegationRevoked',
      'delegationExpired',
      'delegateIsHolder',
      'alreadyDelegated',
      'tooManyRequests',
    ],
  },
  'POST /links/_register': {
    summary:
      'Make an account with the address that a link was sent to, accept the link, and be signed in (A4).',
    tag: 'links',
    open: true,
    body: z.strictObject({
      token: LinkToken,
      password: z.string().check(z.minLength(1), z.maxLength(1024)),
    }),
    response: Linked,
    status: 201,
    problems: [
      ...cannotUse,
      'accountExists',
      'productEnded',
      'delegationRevoked',
      'delegationExpired',
      'tooManyRequests',
    ],
  },
})
