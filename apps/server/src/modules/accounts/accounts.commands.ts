/** Getting in and out (A6, A10), and having an account at all (A4). */
import { randomUUIDv7 } from 'node:crypto'
import type { Language } from '@2park/contract/language'
import { invariant } from '@2park/domain/invariant'
import type { Database, Tx } from '#database/database.ts'
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import type { CookieContent } from '#http/session-cookie.ts'
import { recordChange } from '#modules/audit/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import {
  asKept,
  findAccount,
  findAccountByEmail,
  insertAccount,
  updateLanguage,
  updateMessages,
  type Account,
} from './accounts.queries.ts'
import { requireGoodPassword } from './new-password.ts'
import { hashPassword, isPasswordOf } from './passwords.ts'
import { hasSecondFactor, requireSecondStep } from './second-step.ts'
import { hashOf } from './secret-token.ts'
import { beginSigningIn } from './sign-in-limit.ts'
import { openSignIn, type SigningBrowser } from './sign-ins.ts'
import { deleteSignInOfToken } from './sign-ins.queries.ts'
import { updateNotifications, type Notifications } from './notifications.queries.ts'

export type SignIn = {
  readonly email: string
  readonly password: string
  readonly isRemembered: boolean
}

/** The browser that signs in, and where the call came from. */
type From = SigningBrowser & { readonly address: string }

export async function signIn(
  world: World,
  { email: typed, password, isRemembered }: SignIn,
  { address, ...browser }: From,
): Promise<{ readonly account: Account; readonly cookie: CookieContent }> {
  const account = await prove(world, { email: typed, password, address })
  await requireSecondStep(world, { accountId: account.id, isRemembered })
  const at = world.now()
  const cookie = await world.db
    .transaction()
    .execute(async (tx) => openSignIn(tx, { ...browser, accountId: account.id, isRemembered }, at))
  return { account, cookie }
}

/** A client of the 2Park protocol, which can show a password and takes no second step. */
export async function signInClient(
  world: World,
  { address, userAgent, token, ...shown }: Omit<SignIn, 'isRemembered'> & From,
): Promise<{ readonly account: Account; readonly token: string }> {
  const account = await prove(world, { ...shown, address })
  if (await hasSecondFactor(world.db, account.id)) throw new Refused('secondFactorNeeded')
  const cookie = await openForClient(world, account, { userAgent, token })
  return { account, token: cookie.token }
}

/** The same by a token of its owner's that whoever calls this has recognised: it needs no second step. */
export async function signInByAccessToken(
  world: World,
  { email, accountId, accessTokenId }: Recognised,
  browser: SigningBrowser,
): Promise<{ readonly account: Account; readonly token: string }> {
  const account = await findAccount(world.db, accountId)
  if (account?.email !== asKept(email)) throw new Refused('signInFailed')
  const cookie = await openForClient(world, account, { ...browser, accessTokenId })
  return { account, token: cookie.token }
}

type Recognised = {
  readonly email: string
  readonly accountId: string
  readonly accessTokenId: string
}

async function openForClient(
  world: World,
  { id: accountId }: Account,
  { userAgent, token, ...shown }: SigningBrowser & { readonly accessTokenId?: string },
): Promise<CookieContent> {
  const opened = { accountId, isRemembered: true, kind: 'twoPark', ...shown } as const
  return world.db
    .transaction()
    .execute(async (tx) => openSignIn(tx, { ...opened, userAgent, token }, world.now()))
}

type Shown = Omit<SignIn, 'isRemembered'> & { readonly address: string }

/** Whose the password is; tries are limited, and each wrong one is written down. */
async function prove(world: World, { email: typed, password, address }: Shown): Promise<Account> {
  const email = asKept(typed)
  const attempt = await beginSigningIn(world, { email, address })
  const { db } = world
  const account = await findAccountByEmail(db, email)
  const isRight = await isPasswordOf(account?.passwordHash, password)
  if (!account || !isRight) {
    const at = world.now()
    await recordChange(db, { action: 'signInFailed', accountId: account?.id, at })
    throw new Refused('signInFailed')
  }
  await attempt.forgive()
  return account
}

export async function signOut({ db, now }: World, token: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const accountId = await deleteSignInOfToken(tx, hashOf(token))
    if (accountId) await recordChange(tx, { action: 'signedOut', accountId, at: now() })
  })
}

export type NewAccount = {
  /** The address that the mail with the link went to; nobody typed it. */
  readonly email: string
  readonly password: string
  readonly language: Language
}

/**
 * Makes an account for somebody who opened a link in a mail (A4).
 */
export async function createAccount(
  tx: Tx,
  { email: typed, password, language }: NewAccount,
  now: Temporal.Instant,
): Promise<Actor> {
  const email = asKept(typed)
  await requireGoodPassword({ password, email }, '/password')
  const id = randomUUIDv7()
  const passwordHash = await hashPassword(password)
  const account = { id, email, language, passwordHash, createdAt: now }
  const outcome = await insertAccount(tx, account)
  if (outcome === 'exists') throw new Refused('accountExists')
  await recordChange(tx, { action: 'accountCreated', accountId: id, at: now })
  return { accountId: id }
}

export async function chooseLanguage(
  { db }: World,
  { accountId }: Actor,
  { language, keep }: { readonly language: Language; readonly keep: Keep | undefined },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await updateLanguage(tx, accountId, language)
    await keepAnswer(tx, keep, undefined)
  })
}

export async function chooseMessages(
  { db }: World,
  { accountId }: Actor,
  { isLonger, keep }: { readonly isLonger: boolean; readonly keep: Keep | undefined },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await updateMessages(tx, accountId, isLonger)
    await keepAnswer(tx, keep, undefined)
  })
}

export async function chooseNotifications(
  { db }: World,
  { accountId }: Actor,
  { keep, ...chosen }: Notifications & { readonly keep: Keep | undefined },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await updateNotifications(tx, accountId, chosen)
    await keepAnswer(tx, keep, undefined)
  })
}

/** Makes an account with a password as it is: for the people of the demo and of tests. */
export async function openAccount(
  db: Database,
  { email, password, now }: { email: string; password: string; now: Temporal.Instant },
): Promise<Actor> {
  const id = randomUUIDv7()
  const passwordHash = await hashPassword(password)
  const account = {
    id,
    email: asKept(email),
    language: 'nl',
    passwordHash,
    createdAt: now,
  } as const
  const outcome = await insertAccount(db, account)
  invariant(outcome === 'inserted', 'nobody has this address yet')
  return { accountId: id }
}
