/** The browsers that one is signed in with, and signing out in others from here. */
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import { recordChange } from '#modules/audit/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import {
  deleteSignIn,
  deleteSignInsOf,
  listSignIns,
  type ListedSignIn,
} from './sign-ins.queries.ts'
import { idle } from './sign-ins.ts'

export async function listOwnSignIns(
  { db, now }: World,
  { accountId }: Actor,
): Promise<ListedSignIn[]> {
  const moment = now()
  return listSignIns(db, accountId, { now: moment, idleSince: moment.subtract(idle) })
}

type SignOutIn = { readonly signInId: string; readonly keep: Keep | undefined }

export async function signOutIn(
  { db, now }: World,
  { accountId }: Actor,
  { signInId, keep }: SignOutIn,
): Promise<void> {
  const at = now()
  await db.transaction().execute(async (tx) => {
    const isEnded = await deleteSignIn(tx, { id: signInId, accountId })
    if (!isEnded) throw new Refused('notFound')
    await recordChange(tx, { action: 'signedOut', accountId, subjectId: signInId, at })
    await keepAnswer(tx, keep, undefined)
  })
}

type SignOutElsewhere = {
  /** The one that asks, and goes on. */
  readonly currentId: string | undefined
  readonly keep: Keep | undefined
}

export async function signOutElsewhere(
  { db, now }: World,
  { accountId }: Actor,
  { currentId, keep }: SignOutElsewhere,
): Promise<void> {
  const at = now()
  await db.transaction().execute(async (tx) => {
    await deleteSignInsOf(tx, accountId, currentId)
    await recordChange(tx, { action: 'signedOutElsewhere', accountId, at })
    await keepAnswer(tx, keep, undefined)
  })
}
