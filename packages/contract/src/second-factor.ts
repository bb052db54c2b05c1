/**
 * The second step at signing in: a code from an authenticator app, a recovery code or a passkey. It
 * is asked of everybody who has an authenticator app or a passkey, after their password.
 */
import { z } from 'zod/mini'
import { Account } from './accounts.ts'
import { endpoints } from './endpoint.ts'
import { Instant } from './fields.ts'

/** How often a set of recovery codes can stand in for the second factor. */
export const recoveryCodesInSet = 10

export const SecondFactor = z.object({
  /** Whether signing in with a password asks for a second step. */
  isOn: z.boolean(),
  authenticatorAppSince: z.nullable(Instant),
  recoveryCodesLeft: z.int(),
})

/** As somebody types it: spaces, dashes and capitals don't matter. */
const Code = z.string().check(z.minLength(1), z.maxLength(40))

const Password = z.string().check(z.minLength(1), z.maxLength(1024))

/** Shown once. Empty where there is a set already, and where a call is answered again. */
export const NewRecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

export const secondFactorEndpoints = endpoints({
  'GET /account/second-factor': {
    summary: 'Whether signing in has a second step, and what is left of the recovery codes.',
    tag: 'account',
    response: SecondFactor,
    status: 200,
    problems: [],
  },
  'POST /account/authenticator-app': {
    summary: 'Get a secret for an authenticator app. It holds once a code of it has confirmed it.',
    tag: 'account',
    response: z.object({
      /** To type: base32. */
      secret: z.string(),
      /** The same as an address (`otpauth:`), for a QR code. */
      address: z.string(),
    }),
    status: 201,
    problems: ['passwordNeeded', 'authenticatorAppExists'],
  },
  'POST /account/authenticator-app/_confirm': {
    summary: 'Confirm the authenticator app with a code of it. Gives recovery codes, once.',
    tag: 'account',
    body: z.strictObject({ code: Code }),
    response: NewRecoveryCodes,
    status: 200,
    problems: [
      'authenticatorAppExists',
      'codeWrong',
      'authenticatorAppUnreadable',
      'tooManyRequests',
    ],
  },
  'POST /account/authenticator-app/_remove': {
    summary: 'Do without the authenticator app. Takes the password and a code.',
    tag: 'account',
    body: z.strictObject({ password: Password, code: Code }),
    status: 204,
    problems: ['passwordWrong', 'codeWrong', 'authenticatorAppUnreadable', 'tooManyRequests'],
  },
  'POST /account/recovery-codes/_renew': {
    summary: 'Get a new set of recovery codes, shown once. The former set no longer holds.',
    tag: 'account',
    response: NewRecoveryCodes,
    status: 200,
    problems: ['passwordNeeded', 'noSecondFactor'],
  },
  'POST /sign-ins/current/_confirm': {
    summary: 'Show again who one is, by the password: what matters most asks for it.',
    tag: 'account',
    body: z.strictObject({ password: Password }),
    status: 204,
    problems: ['passwordWrong', 'tooManyRequests'],
  },
  'POST /sign-ins/_complete': {
    summary: 'The second step, by a code of the authenticator app or a recovery code.',
    tag: 'account',
    open: true,
    body: z.strictObject({
      /** As the problem `secondFactorNeeded` gave it. */
      token: z.string().check(z.minLength(1), z.maxLength(100)),
      code: Code,
    }),
    response: Account,
    status: 201,
    problems: ['codeWrong', 'authenticatorAppUnreadable', 'secondStepOver', 'tooManyRequests'],
  },
})
