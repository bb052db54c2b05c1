/** Another password (A8): by a link in a mail for who forgot it, or by the present one. */
import type { Language } from '@2park/contract/language'
import type { Tx } from '#database/database.ts'
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import { recordChange } from '#modules/audit/index.ts'
import { sendMail } from '#modules/notices/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { asKept, findAccountByEmail, type Account } from './accounts.queries.ts'
import { beginMailing } from './mail-limit.ts'
import { requireGoodPassword } from './new-password.ts'
import { requireOwnPassword } from './own-password.ts'
import { deleteReset, findReset, replaceReset, updatePassword } from './password-resets.queries.ts'
import { hashPassword } from './passwords.ts'
import { requireProof } from './proof.ts'
import { hasSecondFactor } from './second-factor.queries.ts'
import { hashOf, makeToken } from './secret-token.ts'
import { deletePendingSignIns } from './second-step.queries.ts'
import { deleteSignInsOf } from './sign-ins.queries.ts'

const minutes = 30

export type AskForReset = {
  readonly email: string
  readonly proof: string
  /** For the mail to an address that has no account with a language of its own. */
  readonly language: Language
  readonly address: string
}

/**
 * Sends a mail to the address, whatever it is: with a link, or with the news that there is no
 * account. Both are the same work, so that the time it takes tells nothing either.
 */
export async function askForReset(world: World, asked: AskForReset): Promise<void> {
  await requireProof(world, asked.proof)
  const email = asKept(asked.email)
  await beginMailing(world, { email, address: asked.address })
  const account = await findAccountByEmail(world.db, email)
  const at = world.now()
  const { token, tokenHash } = makeToken()
  const page = (path: string) => new URL(path, world.publicUrl).href
  await world.db.transaction().execute(async (tx) => {
    await replaceReset(tx, { tokenHash, email, expiresAt: at.add({ minutes }) })
    const language = account?.language ?? asked.language
    const what = account
      ? ({ kind: 'passwordReset', address: page(`/reset-password#${token}`), minutes } as const)
      : ({ kind: 'noAccount', address: page('/sign-in') } as const)
    await sendMail(tx, { to: email, language, what }, at)
    await recordChange(tx, { action: 'passwordResetAsked', accountId: account?.id, at })
  })
}

export type CompleteReset = {
  readonly token: string
  readonly password: string
  readonly proof: string
}

export async function completeReset(
  world: World,
  { token, password, proof }: CompleteReset,
): Promise<void> {
  await requireProof(world, proof)
  const { db } = world
  const at = world.now()
  const email = await findReset(db, hashOf(token), at)
  const account = email === undefined ? undefined : await findAccountByEmail(db, email)
  if (!account) throw new Refused('resetLinkInvalid')
  await requireGoodPasswordFor(world, account, { password, pointer: '/password' })
  const passwordHash = await hashPassword(password)
  await db.transaction().execute(async (tx) => {
    const used = await deleteReset(tx, hashOf(token))
    if (used === undefined) throw new Refused('resetLinkInvalid')
    await replacePassword(tx, account, { passwordHash, at, signInId: undefined })
  })
}

export type ChangePassword = {
  readonly currentPassword: string
  readonly newPassword: string
  readonly address: string
  /** The one that asks, and goes on. */
  readonly signInId: string | undefined
  readonly keep: Keep | undefined
}

export async function changePassword(
  world: World,
  actor: Actor,
  { currentPassword, newPassword, address, signInId, keep }: ChangePassword,
): Promise<void> {
  const account = await requireOwnPassword(world, actor, { password: currentPassword, address })
  await requireGoodPasswordFor(world, account, { password: newPassword, pointer: '/newPassword' })
  const passwordHash = await hashPassword(newPassword)
  const at = world.now()
  await world.db.transaction().execute(async (tx) => {
    await replacePassword(tx, account, { passwordHash, at, signInId })
    await keepAnswer(tx, keep, undefined)
  })
}

type Chosen = { readonly password: string; readonly pointer: string }

async function requireGoodPasswordFor(
  { db }: World,
  { id, email }: Account,
  { password, pointer }: Chosen,
): Promise<void> {
  const chosen = { password, email, hasSecondFactor: await hasSecondFactor(db, id) }
  await requireGoodPassword(chosen, pointer)
}

type Replacement = {
  readonly passwordHash: string
  readonly at: Temporal.Instant
  /** The sign-in that stays. */
  readonly signInId: string | undefined
}

async function replacePassword(
  tx: Tx,
  { id, email, language }: Account,
  { passwordHash, at, signInId }: Replacement,
): Promise<void> {
  await updatePassword(tx, id, { passwordHash, at })
  await deleteSignInsOf(tx, id, signInId)
  await deletePendingSignIns(tx, id)
  await recordChange(tx, { action: 'passwordChanged', accountId: id, at })
  const what = { kind: 'passwordChanged', when: at.toString() } as const
  await sendMail(tx, { to: email, language, what }, at)
}
