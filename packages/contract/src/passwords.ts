/** Another password: forgotten (A8), or changed by somebody who knows the present one. */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { EmailAddress, LinkToken } from './fields.ts'
import { longestPassword } from './password-rules.ts'
import { Proof } from './proof.ts'

export const Password = z.string().check(z.minLength(1), z.maxLength(longestPassword))

export const passwordEndpoints = endpoints({
  'POST /password-resets': {
    summary: 'Ask for a mail with a link to choose a new password; the answer tells nothing (A8).',
    tag: 'account',
    open: true,
    body: z.strictObject({ email: EmailAddress, proof: Proof }),
    status: 204,
    problems: ['proofNotAccepted', 'tooManyRequests'],
  },
  'POST /password-resets/_complete': {
    summary: 'Choose a new password by the link of the mail; every sign-in ends (A8).',
    tag: 'account',
    open: true,
    body: z.strictObject({ token: LinkToken, password: Password, proof: Proof }),
    status: 204,
    problems: ['proofNotAccepted', 'resetLinkInvalid'],
  },
  'PUT /account/password': {
    summary: 'Change the password; every other sign-in ends.',
    tag: 'account',
    body: z.strictObject({ currentPassword: Password, newPassword: Password }),
    status: 204,
    problems: ['passwordWrong', 'tooManyRequests'],
  },
})
