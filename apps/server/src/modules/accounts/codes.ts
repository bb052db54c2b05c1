/**
 * A code that somebody typed: of their authenticator app, or one of their recovery codes. Wrong ones
 * are counted before they are judged, for a quarter of an hour and for a day, so that nobody comes
 * near the million that there are, however often the password was right.
 */
import type { Tx } from '#database/database.ts'
import { recordChange } from '#modules/audit/index.ts'
import { Refused } from '#refused.ts'
import { beginTry, type Try } from '#http/tries.ts'
import type { World } from '#world.ts'
import { findStep } from './one-time-codes.ts'
import { hashRecoveryCode } from './recovery-codes.ts'
import {
  findAuthenticatorApp,
  findSaltOfRecoveryCodes,
  useRecoveryCode,
  useStep,
  type AuthenticatorApp,
} from './second-factor.queries.ts'

export const wrongCodesPerQuarter = 10
export const wrongCodesPerDay = 30

type Typed = { readonly accountId: string; readonly code: string }

/** Runs what a right code allows in the transaction that uses the code up. */
export async function withCode<T>(
  world: World,
  { accountId, code }: Typed,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { db } = world
  const at = world.now()
  const attempt = await beginCodeTry(world, accountId)
  const outcome = await db.transaction().execute(async (tx) => {
    const isRight = await spendCode(world, tx, { accountId, code })
    return isRight ? { result: await work(tx) } : undefined
  })
  if (!outcome) {
    await recordChange(db, { action: 'codeRefused', accountId, at })
    throw new Refused('codeWrong')
  }
  await attempt.forgive()
  return outcome.result
}

async function spendCode(world: World, tx: Tx, { accountId, code }: Typed): Promise<boolean> {
  const plain = code.replaceAll(/[\s-]/g, '')
  if (!/^\d{6}$/.test(plain)) return spendRecoveryCode(world, tx, { accountId, code: plain })
  const app = await findAuthenticatorApp(tx, accountId)
  if (!app?.confirmedAt) return false
  const step = findStepOf(world, app, { accountId, code: plain })
  return step !== undefined && useStep(tx, accountId, step)
}

export function findStepOf(
  { secrets, now }: World,
  { sealedSecret, lastUsedStep }: AuthenticatorApp,
  { accountId, code }: Typed,
): number | undefined {
  const secret = secrets.open(sealedSecret, accountId)
  // Sealed with a key that is gone: no code can be judged any more.
  if (!secret) throw new Refused('authenticatorAppUnreadable')
  return findStep(code.replaceAll(/\s/g, ''), { secret, lastUsedStep }, now())
}

async function spendRecoveryCode(
  { now }: World,
  tx: Tx,
  { accountId, code }: Typed,
): Promise<boolean> {
  const salt = await findSaltOfRecoveryCodes(tx, accountId)
  if (!salt) return false
  const isUsed = await useRecoveryCode(tx, accountId, await hashRecoveryCode(code, salt))
  if (isUsed) await recordChange(tx, { action: 'recoveryCodeUsed', accountId, at: now() })
  return isUsed
}

/** Refuses where there were too many already. */
export async function beginCodeTry(world: World, accountId: string): Promise<Try> {
  const of = `codes of ${accountId}`
  return beginTry(world, [
    { of, most: wrongCodesPerQuarter },
    { of, most: wrongCodesPerDay, minutes: 24 * 60 },
  ])
}
