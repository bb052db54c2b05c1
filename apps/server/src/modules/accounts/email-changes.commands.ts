/** Another e-mail address: asked for with the password, confirmed from the new one, told to the old. */
import { violatedConstraint } from '#database/violation.ts'
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import { recordChange } from '#modules/audit/index.ts'
import { sendMail } from '#modules/notices/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { asKept, getAccount } from './accounts.queries.ts'
import {
  isEmailFree,
  replaceEmailChange,
  takeEmailChange,
  updateEmail,
} from './email-changes.queries.ts'
import { beginMailing } from './mail-limit.ts'
import { requireOwnPassword } from './own-password.ts'
import { hashOf, makeToken } from './secret-token.ts'

const minutes = 30

export type AskForEmailChange = {
  readonly email: string
  readonly password: string
  readonly address: string
  readonly keep: Keep | undefined
}

/** The answer is the same where the address is somebody else's: only its owner is told. */
export async function askForEmailChange(
  world: World,
  actor: Actor,
  { email: typed, password, address, keep }: AskForEmailChange,
): Promise<void> {
  const account = await requireOwnPassword(world, actor, { password, address })
  const email = asKept(typed)
  await beginMailing(world, { email, address })
  const isFree = await isEmailFree(world.db, email)
  const at = world.now()
  const { token, tokenHash } = makeToken()
  const page = (path: string) => new URL(path, world.publicUrl).href
  await world.db.transaction().execute(async (tx) => {
    const expiresAt = at.add({ minutes })
    await replaceEmailChange(tx, { tokenHash, accountId: account.id, email, expiresAt })
    const what = isFree
      ? ({ kind: 'emailChange', address: page(`/confirm-email#${token}`), minutes } as const)
      : ({ kind: 'emailTaken', address: page('/sign-in') } as const)
    await sendMail(tx, { to: email, language: account.language, what }, at)
    await recordChange(tx, { action: 'emailChangeAsked', accountId: account.id, at })
    await keepAnswer(tx, keep, undefined)
  })
}

export async function confirmEmailChange(
  { db, now }: World,
  token: string,
): Promise<{ readonly email: string }> {
  const at = now()
  try {
    return await db.transaction().execute(async (tx) => {
      const change = await takeEmailChange(tx, hashOf(token), at)
      if (!change) throw new Refused('emailLinkInvalid')
      const { accountId, email } = change
      const { email: former, language } = await getAccount(tx, accountId)
      await updateEmail(tx, accountId, email)
      const what = { kind: 'emailChanged', newEmailMasked: masked(email) } as const
      await sendMail(tx, { to: former, language, what }, at)
      await recordChange(tx, { action: 'emailChanged', accountId, at })
      return { email }
    })
  } catch (error) {
    if (violatedConstraint(error) === 'account_email_once') throw new Refused('emailTaken')
    throw error
  }
}

/** Enough to know one's own by, and not enough to write to. */
function masked(email: string): string {
  return email.replace(/^(.)[^@]*/u, '$1•••')
}
