/** Signing in. There is no call for signing out: a client drops its cookie, and its owner can end it from the settings. */
import { z } from 'zod/mini'
import { signInClient } from '#modules/accounts/index.ts'
import { Refused } from '#refused.ts'
import { openCall, Text, type Asking } from './call.ts'
import { Declined } from './envelope.ts'
import { texts } from './texts.ts'

const Credentials = z.object({ email: z.optional(Text), password: z.optional(z.string()) })

export const checkCredentials = openCall(
  Credentials,
  async (asking, { email = '', password = '' }) => {
    if (email.trim() === '') throw new Declined('NO_USERNAME', texts.noEmail)
    if (password === '') throw new Declined('NO_PASSWORD', texts.noPassword)
    const { account, token } = await signIn(asking, { email, password })
    asking.remember(token)
    const data = { userinfo: { email: maskedAddress(account.email) } }
    return { minor: 'AUTHENTICATED', data }
  },
)

type Shown = { readonly email: string; readonly password: string }

async function signIn({ till, ...browser }: Asking, shown: Shown) {
  try {
    return await signInClient(till, { ...shown, ...browser })
  } catch (error) {
    const needsMore = error instanceof Refused && error.code === 'secondFactorNeeded'
    throw needsMore ? new Declined('INVALID_CREDS', texts.secondStep) : error
  }
}

/** "d***@***e.nl" */
export function maskedAddress(email: string): string {
  const [name = '', host = ''] = email.split('@')
  const dot = host.lastIndexOf('.')
  return `${name.slice(0, 1)}***@***${host.slice(Math.max(0, dot - 1))}`
}
