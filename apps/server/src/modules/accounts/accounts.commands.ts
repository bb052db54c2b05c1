/** Getting in, staying in and getting out (A6, A10). */
import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import { isBefore } from '@2park/domain/interval'
import type { Database } from '#database/database.ts'
import { recordChange } from '#modules/audit/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import {
  deleteSignIn,
  findAccountByEmail,
  findSignIn,
  insertAccount,
  insertSignIn,
  touchSignIn,
  type Account,
} from './accounts.queries.ts'
import { hashPassword, isPasswordOf } from './passwords.ts'
import { beginTry } from './sign-in-limit.ts'

/** However active, one signs in again after this. */
const longest = { hours: 12 }
/** Signed out after so long without a call. */
const idle = { minutes: 60 }
/** A call is written down at most so often, so that reading stays reading. */
const touchedEvery = { minutes: 1 }

export type SignIn = {
  readonly email: string
  readonly password: string
  /** Where the call came from. */
  readonly address: string
  /** Of the sign-in that this browser had, which ends by it. */
  readonly earlierToken: string | undefined
}

export async function signIn(
  world: World,
  { email: typed, password, address, earlierToken }: SignIn,
): Promise<{ readonly account: Account; readonly token: string }> {
  const email = asKept(typed)
  const attempt = await beginTry(world, { email, address })
  if (attempt.outcome === 'tooMany') {
    const { retryAfterSeconds } = attempt
    throw new Refused('tooManyRequests', { retryAfterSeconds })
  }
  const { db } = world
  const account = await findAccountByEmail(db, email)
  const isRight = await isPasswordOf(account?.passwordHash, password)
  const at = world.now()
  if (!account || !isRight) {
    await recordChange(db, { action: 'signInFailed', accountId: account?.id, at })
    throw new Refused('signInFailed')
  }
  await attempt.forgive()
  const token = randomBytes(32).toString('base64url')
  await db.transaction().execute(async (tx) => {
    if (earlierToken) await deleteSignIn(tx, hashOf(earlierToken))
    const signedIn = { tokenHash: hashOf(token), accountId: account.id, at }
    await insertSignIn(tx, { ...signedIn, expiresAt: at.add(longest) })
    await recordChange(tx, { action: 'signedIn', accountId: account.id, at })
  })
  return { account, token }
}

/** Who a token was given to; undefined once it expired, was idle too long, or was signed out. */
export async function authenticate({ db, now }: World, token: string): Promise<Actor | undefined> {
  const moment = now()
  const tokenHash = hashOf(token)
  const idleSince = moment.subtract(idle)
  const found = await findSignIn(db, tokenHash, { now: moment, idleSince })
  if (!found) return undefined
  if (!isBefore(moment, found.seenAt.add(touchedEvery))) await touchSignIn(db, tokenHash, moment)
  return { accountId: found.accountId }
}

export async function signOut({ db, now }: World, token: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const accountId = await deleteSignIn(tx, hashOf(token))
    if (accountId) await recordChange(tx, { action: 'signedOut', accountId, at: now() })
  })
}

/** Makes an account; only the seed and tests do, until people can make their own (A4). */
export async function openAccount(
  db: Database,
  { email, password, now }: { email: string; password: string; now: Temporal.Instant },
): Promise<Actor> {
  const id = randomUUIDv7()
  const passwordHash = await hashPassword(password)
  await insertAccount(db, { id, email: asKept(email), passwordHash, createdAt: now })
  return { accountId: id }
}

function asKept(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
