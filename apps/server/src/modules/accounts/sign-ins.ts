/**
 * Being signed in: by which token, for how long, and how a stolen one is found out (A7, A9).
 *
 * Not remembered, one is signed out after half an hour without doing anything, and after twelve
 * hours at most. Remembered, one stays signed in for thirty days, and the token changes every hour
 * in which one comes by: of a copied cookie, one of the two holders shows a replaced token soon, and
 * then both are signed out.
 */
import { randomUUIDv7 } from 'node:crypto'
import { isBefore } from '@2park/domain/interval'
import type { Tx } from '#database/database.ts'
import type { KnownToken } from '#http/callers.ts'
import type { CookieContent } from '#http/session-cookie.ts'
import { recordChange } from '#modules/audit/index.ts'
import { sendMail } from '#modules/notices/index.ts'
import type { Actor, World } from '#world.ts'
import { getAccount } from './accounts.queries.ts'
import { deviceOf, programOf } from './device.ts'
import { hashOf, makeToken } from './secret-token.ts'
import {
  deleteSignIn,
  deleteSignInOfToken,
  findSignIn,
  insertSignIn,
  insertToken,
  lockLatestToken,
  markTokenSeen,
  prolongSignIn,
  touchSignIn,
  type ByToken,
  type SignInKind,
} from './sign-ins.queries.ts'

/** However active, one signs in again after this. */
const longest = { hours: 12 }
const longestRemembered = { hours: 30 * 24 }
/** A client of the 2Park protocol stays signed in for as long as it calls once a day. */
const betweenCalls = { hours: 24 }
/** Signed out after so long without doing anything; not when remembered. */
export const idle = { minutes: 30 }
/** Activity is written down at most so often, so that reading stays reading. */
const touchedEvery = { minutes: 1 }
const rotatedEvery = { hours: 1 }
/** Calls under way still have the token that was replaced just now. */
const grace = { seconds: 30 }
/** Two tabs that come by together get one new token between them. */
const oneTokenFor = { seconds: 10 }

/** The browser that is signed in, as the call that signs it in shows it. */
export type SigningBrowser = {
  readonly userAgent: string
  /** Of the sign-in that it had, which ends by this one. */
  readonly token: string | undefined
}

export type NewSignIn = SigningBrowser & {
  readonly accountId: string
  readonly isRemembered: boolean
  readonly kind?: SignInKind
  readonly accessTokenId?: string
}

/** Signs a browser in, whatever it was that proved who uses it. */
export async function openSignIn(
  tx: Tx,
  { accountId, isRemembered, userAgent, token: earlier, ...given }: NewSignIn,
  now: Temporal.Instant,
): Promise<CookieContent> {
  const { kind = 'app', accessTokenId = null } = given
  if (earlier) await deleteSignInOfToken(tx, hashOf(earlier))
  const { token, tokenHash } = makeToken()
  const id = randomUUIDv7()
  const expiresAt = now.add(longestOf(kind, isRemembered))
  const signIn = { id, accountId, seenAt: now, expiresAt, isRemembered, kind, accessTokenId }
  const isProgram = kind === 'twoPark'
  await insertSignIn(tx, signIn, isProgram ? programOf(userAgent) : deviceOf(userAgent))
  await insertToken(tx, { tokenHash, signInId: id, at: now })
  await markTokenSeen(tx, { tokenHash, signInId: id, at: now })
  await recordChange(tx, { action: 'signedIn', accountId, at: now })
  return isRemembered ? { token, until: expiresAt } : { token }
}

function longestOf(kind: SignInKind, isRemembered: boolean) {
  if (kind === 'twoPark') return betweenCalls
  return isRemembered ? longestRemembered : longest
}

/** Who a token was given to, or why it holds no longer; undefined where we don't know it. */
export async function authenticate(
  world: World,
  token: string,
  idleSeconds = 0,
): Promise<KnownToken | undefined> {
  const tokenHash = hashOf(token)
  const found = await findSignIn(world.db, tokenHash)
  if (found?.kind !== 'app') return undefined
  const now = world.now()
  const why = whyEnded(found, now)
  if (why === 'signInStolen') await endStolen(world, found)
  if (why) return { outcome: 'ended', why }
  // What the person did last is the activity: an app that asks by itself keeps nobody signed in.
  const activeAt = now.subtract({ seconds: idleSeconds })
  const isDue = !isBefore(activeAt, found.seenAt.add(touchedEvery))
  // What is not written down does not count, and nobody is told that it did.
  const seenAt = isDue ? activeAt : found.seenAt
  const fresh = found.isRemembered ? await renew(world, found, tokenHash) : undefined
  const activity = isDue ? touchSignIn(world.db, found.id, seenAt) : Promise.resolve()
  const { id: signInId, accountId } = found
  return { outcome: 'signedIn', accountId, signInId, seenAt, activity, ...(fresh && { fresh }) }
}

type KnownClient = Actor & {
  readonly signInId: string
  /** What it was signed in with, where that was no password. */
  readonly accessTokenId: string | null
}

/** Whose a client of the 2Park protocol is, by the token it was given; its day begins anew. */
export async function authenticateClient(
  { db, now }: World,
  token: string,
): Promise<KnownClient | undefined> {
  const found = await findSignIn(db, hashOf(token))
  const at = now()
  if (found?.kind !== 'twoPark' || !isBefore(at, found.expiresAt)) return undefined
  if (!isBefore(at, found.seenAt.add(touchedEvery))) {
    await prolongSignIn(db, found.id, { at, until: at.add(betweenCalls) })
  }
  const { accountId, id: signInId, accessTokenId } = found
  return { accountId, signInId, accessTokenId }
}

/** For an endpoint that answers without anybody signed in, and says more to somebody who is. */
export async function findActor(world: World, token: string): Promise<Actor | undefined> {
  const known = await authenticate(world, token)
  if (known?.outcome !== 'signedIn') return undefined
  await known.activity
  return { accountId: known.accountId }
}

/** When somebody who does nothing more is signed out. */
export function endOf(signIn: Pick<ByToken, 'seenAt' | 'expiresAt' | 'isRemembered'>) {
  const idleUntil = signIn.seenAt.add(idle)
  if (signIn.isRemembered || isBefore(signIn.expiresAt, idleUntil)) return signIn.expiresAt
  return idleUntil
}

function whyEnded(found: ByToken, now: Temporal.Instant) {
  if (!isBefore(now, found.expiresAt)) return 'signInExpired'
  if (found.replacedAt && isBefore(found.replacedAt.add(grace), now)) return 'signInStolen'
  return isBefore(now, endOf(found)) ? undefined : 'signedOutIdle'
}

/** Whoever has the newest token is signed out too: which of the two is the thief, nobody knows. */
async function endStolen(world: World, { id, accountId }: ByToken): Promise<void> {
  const at = world.now()
  await world.db.transaction().execute(async (tx) => {
    const isEnded = await deleteSignIn(tx, { id, accountId })
    if (!isEnded) return
    await recordChange(tx, { action: 'signInStolen', accountId, subjectId: id, at })
    const { email, language } = await getAccount(tx, accountId)
    const address = new URL('/settings', world.publicUrl).href
    const what = { kind: 'signInStolen', when: at.toString(), address } as const
    await sendMail(tx, { to: email, language, what }, at)
  })
}

/** A new token for a browser that has had its own for a while. */
async function renew(
  { db, now }: World,
  { id: signInId, issuedAt, firstSeenAt, replacedAt, expiresAt }: ByToken,
  tokenHash: Buffer,
): Promise<CookieContent | undefined> {
  if (replacedAt) return undefined
  const at = now()
  const isOld = !isBefore(at, issuedAt.add(rotatedEvery))
  if (firstSeenAt && !isOld) return undefined
  return db.transaction().execute(async (tx) => {
    const latest = await lockLatestToken(tx, signInId)
    if (!latest) return undefined
    if (!firstSeenAt) await markTokenSeen(tx, { tokenHash, signInId, at })
    const isRenewedJustNow = isBefore(at, latest.add(oneTokenFor))
    if (!isOld || isRenewedJustNow) return undefined
    const fresh = makeToken()
    await insertToken(tx, { tokenHash: fresh.tokenHash, signInId, at })
    return { token: fresh.token, until: expiresAt }
  })
}
