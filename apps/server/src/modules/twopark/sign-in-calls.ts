/** Signing in. There is no call for signing out: a client drops its cookie, and its owner can end it from the settings. */
import { z } from 'zod/mini'
import { authenticateProgram, isAccessToken } from '#modules/access-tokens/index.ts'
import { signInByAccessToken, signInClient } from '#modules/accounts/index.ts'
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

async function signIn(asking: Asking, shown: Shown) {
  const { till, ...browser } = asking
  if (isAccessToken(shown.password)) return signInProgram(asking, shown)
  try {
    return await signInClient(till, { ...shown, ...browser })
  } catch (error) {
    const needsMore = error instanceof Refused && error.code === 'secondFactorNeeded'
    throw needsMore ? new Declined('INVALID_CREDS', texts.secondStep) : error
  }
}

/** By a personal access token of theirs: what is opened then is what that opens. */
async function signInProgram({ till, address, ...browser }: Asking, { email, password }: Shown) {
  const program = await authenticateProgram(till, { token: password, address })
  if (!program) throw new Refused('signInFailed')
  const { accountId, id: accessTokenId } = program
  return signInByAccessToken(till, { email, accountId, accessTokenId }, browser)
}

/** "d***@***e.nl" */
export function maskedAddress(email: string): string {
  const [name = '', host = ''] = email.split('@')
  const dot = host.lastIndexOf('.')
  return `${name.slice(0, 1)}***@***${host.slice(Math.max(0, dot - 1))}`
}
