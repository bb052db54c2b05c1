/** Who somebody is to us: an e-mail address, and the language of the mails that go there. */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { Id } from './fields.ts'
import { languages } from './language.ts'

export const Account = z.object({
  id: Id,
  email: z.string(),
  language: z.enum(languages),
})

/** The same with what is nobody's business but one's own. */
export const OwnAccount = z.extend(Account, {
  /** Messages stay for longer, and a stop can be taken back for longer (WCAG 2.2.1). */
  longerMessages: z.boolean(),
})

export const accountEndpoints = endpoints({
  'GET /account': {
    summary: 'Who is signed in (C1).',
    tag: 'account',
    response: OwnAccount,
    status: 200,
    problems: [],
  },
  'PUT /account/language': {
    summary: 'Choose the language that mails come in (B5).',
    tag: 'account',
    body: z.strictObject({ language: z.enum(languages) }),
    status: 204,
    problems: [],
  },
  'PUT /account/messages': {
    summary: 'Choose whether messages stay for longer, and a stop can be taken back for longer.',
    tag: 'account',
    body: z.strictObject({ isLonger: z.boolean() }),
    status: 204,
    problems: [],
  },
})
