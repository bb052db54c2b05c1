/** Getting in and out, staying in, and where else one is in (A6, A7, A9, A10). */
import { _default as withDefault, z } from 'zod/mini'
import { Account } from './accounts.ts'
import { endpoints } from './endpoint.ts'
import { Id, Instant } from './fields.ts'

/** A browser that one is signed in with. */
export const SignIn = z.object({
  id: Id,
  isCurrent: z.boolean(),
  isRemembered: z.boolean(),
  /** Of its own description no more than tells one's devices apart; left out where unknown. */
  browser: z.optional(z.string()),
  system: z.optional(z.string()),
  signedInAt: Instant,
  seenAt: Instant,
})

export const signInEndpoints = endpoints({
  'POST /sign-ins': {
    summary: 'Sign in with e-mail address and password; the answer sets the session cookie.',
    tag: 'account',
    open: true,
    body: z.strictObject({
      email: z.string().check(z.minLength(1), z.maxLength(254)),
      password: z.string().check(z.minLength(1), z.maxLength(1024)),
      /** Stay signed in on this device, also after closing the browser (A7). */
      isRemembered: withDefault(z.boolean(), false),
    }),
    response: Account,
    status: 201,
    problems: ['signInFailed', 'secondFactorNeeded', 'tooManyRequests'],
  },
  'GET /sign-ins': {
    summary: 'The browsers that one is signed in with, the one used last first.',
    tag: 'account',
    response: z.object({ signIns: z.array(SignIn) }),
    status: 200,
    problems: [],
  },
  'DELETE /sign-ins': {
    summary: 'Sign out everywhere else.',
    tag: 'account',
    status: 204,
    problems: [],
  },
  'DELETE /sign-ins/{signInId}': {
    summary: 'Sign out in one browser.',
    tag: 'account',
    params: z.object({ signInId: Id }),
    status: 204,
    problems: [],
  },
  'GET /sign-ins/current': {
    summary: 'Until when one stays signed in without doing anything more (A9).',
    tag: 'account',
    response: z.object({
      asOf: Instant,
      endsAt: Instant,
      /** Whether doing something moves the end; it does not where one has been signed in for long. */
      isProlongable: z.boolean(),
      isRemembered: z.boolean(),
    }),
    status: 200,
    problems: [],
  },
  'DELETE /sign-ins/current': {
    summary: 'Sign out: the session ends on the server and the cookie goes.',
    tag: 'account',
    status: 204,
    problems: [],
  },
})
