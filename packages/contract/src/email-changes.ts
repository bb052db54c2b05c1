/** Another e-mail address: asked for with the password, and confirmed from the new address. */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { EmailAddress, LinkToken } from './fields.ts'
import { Password } from './passwords.ts'

export const emailChangeEndpoints = endpoints({
  'POST /email-changes': {
    summary:
      'Ask for a mail to a new address, with a link that makes it the address of the account.',
    tag: 'account',
    body: z.strictObject({ email: EmailAddress, password: Password }),
    status: 204,
    problems: ['passwordWrong', 'tooManyRequests'],
  },
  'POST /email-changes/_confirm': {
    summary: 'Make the new address the address of the account, by the link that was sent there.',
    tag: 'account',
    open: true,
    body: z.strictObject({ token: LinkToken }),
    response: z.object({ email: z.string() }),
    status: 200,
    problems: ['emailLinkInvalid', 'emailTaken'],
  },
})
