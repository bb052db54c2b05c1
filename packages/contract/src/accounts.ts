/** Who is signed in, and how one gets in and out (A6, A10). */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { Id } from './fields.ts'

export const Account = z.object({
  id: Id,
  email: z.string(),
})

export const accountEndpoints = endpoints({
  'POST /sign-ins': {
    summary: 'Sign in with e-mail address and password; the answer sets the session cookie.',
    tag: 'account',
    open: true,
    body: z.strictObject({
      email: z.string().check(z.minLength(1), z.maxLength(254)),
      password: z.string().check(z.minLength(1), z.maxLength(1024)),
    }),
    response: Account,
    status: 201,
    problems: ['signInFailed'],
  },
  'DELETE /sign-ins/current': {
    summary: 'Sign out: the session ends on the server and the cookie goes.',
    tag: 'account',
    status: 204,
    problems: [],
  },
  'GET /account': {
    summary: 'Who is signed in.',
    tag: 'account',
    response: Account,
    status: 200,
    problems: [],
  },
})
