/**
 * Personal access tokens: with one a program of somebody's own calls this API in their name, for as
 * much as the token says; and the secret address of a calendar with their parking sessions.
 */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { Id, Instant, UnitAmount } from './fields.ts'
import { invalidAs } from './invalid-field.ts'

/** What it is good for: see `token-scopes.ts`. A calendar calls nothing: its address is all there is. */
const scopes = ['read', 'park', 'calendar'] as const

/** For how many days a program's token may hold. */
export const lifetimes = [30, 90, 365] as const

export const AccessToken = z.object({
  id: Id,
  name: z.string(),
  scope: z.enum(scopes),
  /** The only product that it is for; left out where it is for all that its owner may park on. */
  productId: z.optional(Id),
  /** The most that parking by it may cost in a day, and what it cost today. */
  dayLimit: z.optional(UnitAmount),
  spentToday: z.optional(UnitAmount),
  createdAt: Instant,
  /** Left out of a calendar's, which holds until it is revoked. */
  expiresAt: z.optional(Instant),
  /** To the minute. */
  lastUsedAt: z.optional(Instant),
})

const AccessTokenInput = z
  .strictObject({
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
    scope: z.enum(scopes),
    productId: z.optional(Id),
    /** In the unit of the product. */
    dayLimit: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000_000))),
    /** A calendar's has none. */
    lifetimeDays: z.optional(z.literal(lifetimes)),
  })
  .check(
    z.refine(({ scope, dayLimit }) => dayLimit === undefined || scope === 'park', {
      path: ['dayLimit'],
      ...invalidAs('notAllowed'),
    }),
    z.refine(({ productId, dayLimit }) => dayLimit === undefined || productId !== undefined, {
      path: ['productId'],
      ...invalidAs('required'),
    }),
    z.refine(({ scope, lifetimeDays }) => scope === 'calendar' || lifetimeDays !== undefined, {
      path: ['lifetimeDays'],
      ...invalidAs('required'),
    }),
    z.refine(({ scope, lifetimeDays }) => scope !== 'calendar' || lifetimeDays === undefined, {
      path: ['lifetimeDays'],
      ...invalidAs('notAllowed'),
    }),
  )

export const accessTokenEndpoints = endpoints({
  'GET /account/access-tokens': {
    summary: 'The personal access tokens and calendar addresses of who is signed in, newest first.',
    tag: 'access tokens',
    response: z.object({ accessTokens: z.array(AccessToken) }),
    status: 200,
    problems: [],
  },
  'POST /account/access-tokens': {
    summary: 'Make a personal access token, or the secret address of a calendar. It is shown once.',
    tag: 'access tokens',
    body: AccessTokenInput,
    response: z.object({
      accessToken: AccessToken,
      /** Of a calendar the address, of others the token. Left out where the call is a retry. */
      secret: z.optional(z.string()),
    }),
    status: 201,
    problems: ['passwordNeeded', 'tooManyAccessTokens', 'notFound'],
  },
  'DELETE /account/access-tokens/{accessTokenId}': {
    summary: 'Revoke a personal access token or a calendar address: it opens nothing from now on.',
    tag: 'access tokens',
    params: z.object({ accessTokenId: Id }),
    status: 204,
    problems: [],
  },
})
