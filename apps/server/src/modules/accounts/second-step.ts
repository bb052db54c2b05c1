/**
 * The second step at signing in. After a right password the browser gets a token that stands for it,
 * for five minutes and five tries, and signs nobody in: only a code or a passkey does.
 */
import type { Database } from '#database/database.ts'
import type { CookieContent } from '#http/session-cookie.ts'
import { Refused } from '#refused.ts'
import type { World } from '#world.ts'
import { findAccount, type Account } from './accounts.queries.ts'
import { withCode } from './codes.ts'
import { listPasskeys } from './passkeys.queries.ts'
import { hashOf, makeToken } from './secret-token.ts'
import { countRecoveryCodes, findAuthenticatorApp } from './second-factor.queries.ts'
import {
  deletePendingSignIns,
  insertPendingSignIn,
  tryPendingSignIn,
  type PendingSignIn,
} from './second-step.queries.ts'
import { openSignIn, type SigningBrowser } from './sign-ins.ts'

const pendingFor = { minutes: 5 }
export const triesPerPending = 5

export async function hasSecondFactor(db: Database, accountId: string): Promise<boolean> {
  const app = await findAuthenticatorApp(db, accountId)
  return Boolean(app?.confirmedAt) || (await listPasskeys(db, accountId)).length > 0
}

/** Refuses to sign in who has a second factor, and says what it takes. */
export async function requireSecondStep(world: World, pending: PendingSignIn): Promise<void> {
  const { accountId } = pending
  const { db } = world
  const app = await findAuthenticatorApp(db, accountId)
  const passkeys = await listPasskeys(db, accountId)
  const hasApp = Boolean(app?.confirmedAt)
  if (!hasApp && passkeys.length === 0) return
  const { token, tokenHash } = makeToken()
  const expiresAt = world.now().add(pendingFor)
  await insertPendingSignIn(db, pending, { tokenHash, expiresAt })
  throw new Refused('secondFactorNeeded', {
    secondStep: {
      token,
      ways: [
        ...(hasApp ? (['authenticatorApp'] as const) : []),
        ...(passkeys.length > 0 ? (['passkey'] as const) : []),
        ...((await countRecoveryCodes(db, accountId)) > 0 ? (['recoveryCode'] as const) : []),
      ],
    },
  })
}

type Typed = { readonly token: string; readonly code: string }

export async function signInByCode(
  world: World,
  { token, code }: Typed,
  browser: SigningBrowser,
): Promise<{ readonly account: Account; readonly cookie: CookieContent }> {
  const tried = { now: world.now(), most: triesPerPending }
  const pending = await tryPendingSignIn(world.db, hashOf(token), tried)
  const account = pending && (await findAccount(world.db, pending.accountId))
  if (!account) throw new Refused('secondStepOver')
  const cookie = await withCode(world, { accountId: account.id, code }, async (tx) => {
    if ((await deletePendingSignIns(tx, account.id)) === 0) throw new Refused('secondStepOver')
    return openSignIn(tx, { ...browser, ...pending }, world.now())
  })
  return { account, cookie }
}
