/**
 * Having a second factor: setting an authenticator app up, doing without it, and recovery codes. They
 * come with the first factor, whichever that is, and go with the last.
 */
import type { Tx } from '#database/database.ts'
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { findAccount } from './accounts.queries.ts'
import { beginCodeTry, findStepOf, withCode } from './codes.ts'
import { lockFactors, recordFactorChange } from './factor-changes.ts'
import { requireOwnPassword } from './own-password.ts'
import { addressOf, makeSecret, toBase32 } from './one-time-codes.ts'
import { requireConfirmed } from './confirmation.ts'
import { makeRecoveryCodes, type RecoveryCodes } from './recovery-codes.ts'
import {
  confirmAuthenticatorApp,
  countRecoveryCodes,
  deleteAuthenticatorApp,
  deleteRecoveryCodes,
  findAuthenticatorApp,
  hasSecondFactor,
  insertAuthenticatorApp,
  replaceRecoveryCodes,
  useStep,
} from './second-factor.queries.ts'

/** What the app is set up with. A retry gets another secret, in the place of this one. */
export async function beginAuthenticatorApp(
  world: World,
  { accountId }: Actor,
  signInId: string | undefined,
): Promise<{ readonly secret: string; readonly address: string }> {
  await requireConfirmed(world, signInId)
  const account = await findAccount(world.db, accountId)
  if (!account) throw new Refused('notSignedIn')
  const secret = makeSecret()
  const fresh = { sealedSecret: world.secrets.seal(secret, accountId), at: world.now() }
  const outcome = await insertAuthenticatorApp(world.db, accountId, fresh)
  if (outcome === 'exists') throw new Refused('authenticatorAppExists')
  return { secret: toBase32(secret), address: addressOf(secret, account.email) }
}

type Confirmation = { readonly code: string; readonly keep?: Keep | undefined }

export async function confirmApp(
  world: World,
  { accountId }: Actor,
  { code, keep }: Confirmation,
): Promise<readonly string[]> {
  const attempt = await beginCodeTry(world, accountId)
  const recovery = await makeRecoveryCodes()
  const at = world.now()
  const codes = await world.db.transaction().execute(async (tx) => {
    const holder = await lockFactors(tx, accountId)
    const app = await findAuthenticatorApp(tx, accountId)
    if (app?.confirmedAt) throw new Refused('authenticatorAppExists')
    const step = app && findStepOf(world, app, { accountId, code })
    if (step === undefined || !(await useStep(tx, accountId, step))) throw new Refused('codeWrong')
    await confirmAuthenticatorApp(tx, accountId, at)
    await recordFactorChange(tx, holder, { change: 'authenticatorAppAdded', at })
    // The codes themselves are shown once: the answer to a retry is kept without them.
    await keepAnswer(tx, keep, { recoveryCodes: [] })
    return giveFirstCodes(tx, accountId, recovery)
  })
  await attempt.forgive()
  return codes
}

/** With the first factor come recovery codes; who has some keeps those. */
export async function giveFirstCodes(
  tx: Tx,
  accountId: string,
  recovery: RecoveryCodes,
): Promise<readonly string[]> {
  if ((await countRecoveryCodes(tx, accountId)) > 0) return []
  await replaceRecoveryCodes(tx, accountId, recovery)
  return recovery.codes
}

/** With the last factor its recovery codes go. */
export async function tidyFactors(tx: Tx, accountId: string): Promise<void> {
  if (!(await hasSecondFactor(tx, accountId))) await deleteRecoveryCodes(tx, accountId)
}

type Removal = {
  readonly password: string
  readonly code: string
  /** Where the call came from. */
  readonly address: string
  readonly keep?: Keep | undefined
}

export async function removeApp(
  world: World,
  { accountId }: Actor,
  { password, code, address, keep }: Removal,
): Promise<void> {
  await requireOwnPassword(world, { accountId }, { password, address })
  const at = world.now()
  await withCode(world, { accountId, code }, async (tx) => {
    const holder = await lockFactors(tx, accountId)
    const isDeleted = await deleteAuthenticatorApp(tx, accountId)
    if (!isDeleted) throw new Refused('notFound')
    await tidyFactors(tx, accountId)
    await recordFactorChange(tx, holder, { change: 'authenticatorAppRemoved', at })
    await keepAnswer(tx, keep, undefined)
  })
}

type Renewal = { readonly signInId: string | undefined; readonly keep?: Keep | undefined }

export async function renewRecoveryCodes(
  world: World,
  { accountId }: Actor,
  { signInId, keep }: Renewal,
): Promise<readonly string[]> {
  await requireConfirmed(world, signInId)
  const recovery = await makeRecoveryCodes()
  const at = world.now()
  await world.db.transaction().execute(async (tx) => {
    const holder = await lockFactors(tx, accountId)
    if (!(await hasSecondFactor(tx, accountId))) throw new Refused('noSecondFactor')
    await replaceRecoveryCodes(tx, accountId, recovery)
    await recordFactorChange(tx, holder, { change: 'recoveryCodesRenewed', at })
    await keepAnswer(tx, keep, { recoveryCodes: [] })
  })
  return recovery.codes
}
