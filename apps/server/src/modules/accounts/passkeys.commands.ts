/** Adding, naming and removing passkeys, and signing in with one. */
import { randomUUIDv7 } from 'node:crypto'
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import type { CookieContent } from '#http/session-cookie.ts'
import { recordChange } from '#modules/audit/index.ts'
import { beginTry } from '#http/tries.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { findAccount, type Account } from './accounts.queries.ts'
import { lockFactors, recordFactorChange } from './factor-changes.ts'
import {
  creationOptions,
  handleOf,
  makeChallenge,
  readAssertion,
  readRegistration,
  requestOptions,
  type Assertion,
  type Registration,
} from './passkey-ceremony.ts'
import {
  deletePasskey,
  findPasskeyByCredential,
  insertPasskey,
  listPasskeys,
  markPasskeyUsed,
  renamePasskey,
  type Passkey,
} from './passkeys.queries.ts'
import { requireConfirmed } from './confirmation.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { giveFirstCodes, tidyFactors } from './second-factor.commands.ts'
import { deletePendingSignIns, findPendingSignIn } from './second-step.queries.ts'
import { hashOf } from './secret-token.ts'
import { openSignIn, type SigningBrowser } from './sign-ins.ts'

export const mostPasskeys = 20
export const challengesPerAddress = 120

export async function beginPasskey(
  world: World,
  { accountId }: Actor,
  signInId: string | undefined,
) {
  await requireConfirmed(world, signInId)
  const account = await findAccount(world.db, accountId)
  if (!account) throw new Refused('notSignedIn')
  const passkeys = await listPasskeys(world.db, accountId)
  if (passkeys.length >= mostPasskeys) throw new Refused('tooManyPasskeys')
  const challenge = await makeChallenge(world, { purpose: 'add', accountId })
  return creationOptions(world, account, { challenge, passkeys })
}

type Adding = {
  readonly name: string
  readonly credential: Registration
  readonly keep?: Keep | undefined
}

export async function addPasskey(
  world: World,
  { accountId }: Actor,
  { name, credential, keep }: Adding,
): Promise<{ readonly passkey: Passkey; readonly recoveryCodes: readonly string[] }> {
  const read = await readRegistration(world, credential)
  const { purpose, accountId: asker } = read?.challenge ?? {}
  if (!read || purpose !== 'add' || asker !== accountId) throw new Refused('passkeyNotAdded')
  const recovery = await makeRecoveryCodes()
  const at = world.now()
  const id = randomUUIDv7()
  const { transports = [] } = credential.response
  const { credentialId } = read.result
  const passkey = { id, name, credentialId, transports, createdAt: at, lastUsedAt: null }
  return world.db.transaction().execute(async (tx) => {
    const holder = await lockFactors(tx, accountId)
    const others = await listPasskeys(tx, accountId)
    if (others.length >= mostPasskeys) throw new Refused('tooManyPasskeys')
    const outcome = await insertPasskey(tx, accountId, { ...passkey, ...read.result, at })
    if (outcome === 'exists') throw new Refused('passkeyNotAdded')
    await recordFactorChange(tx, holder, { change: 'passkeyAdded', subjectId: id, at })
    // The codes themselves are shown once: the answer to a retry is kept without them.
    await keepAnswer(tx, keep, { passkey: toAnswer(passkey), recoveryCodes: [] })
    return { passkey, recoveryCodes: await giveFirstCodes(tx, accountId, recovery) }
  })
}

type Renaming = {
  readonly passkeyId: string
  readonly name: string
  readonly keep?: Keep | undefined
}

export async function namePasskey(
  { db, now }: World,
  { accountId }: Actor,
  { passkeyId, name, keep }: Renaming,
): Promise<Passkey> {
  const at = now()
  return db.transaction().execute(async (tx) => {
    const passkey = await renamePasskey(tx, { id: passkeyId, accountId }, name)
    if (!passkey) throw new Refused('notFound')
    await recordChange(tx, { action: 'passkeyRenamed', accountId, subjectId: passkeyId, at })
    await keepAnswer(tx, keep, toAnswer(passkey))
    return passkey
  })
}

type Removing = {
  readonly passkeyId: string
  readonly signInId: string | undefined
  readonly keep?: Keep | undefined
}

/** Never the last way in: the password stays. */
export async function removePasskey(
  world: World,
  { accountId }: Actor,
  { passkeyId, signInId, keep }: Removing,
): Promise<void> {
  await requireConfirmed(world, signInId)
  const at = world.now()
  await world.db.transaction().execute(async (tx) => {
    const holder = await lockFactors(tx, accountId)
    const isDeleted = await deletePasskey(tx, { id: passkeyId, accountId })
    if (!isDeleted) throw new Refused('notFound')
    await tidyFactors(tx, accountId)
    await recordFactorChange(tx, holder, { change: 'passkeyRemoved', subjectId: passkeyId, at })
    await keepAnswer(tx, keep, undefined)
  })
}

type Asking = {
  readonly secondStepToken?: string | undefined
  /** Of the network that the call came from. */
  readonly address: string
}

/** Anyone's passkey, or for the second step those of the account whose password was right. */
export async function beginPasskeySignIn(world: World, { secondStepToken, address }: Asking) {
  // Anyone may ask, and each challenge is kept.
  await beginTry(world, [{ of: `challenges of ${address}`, most: challengesPerAddress }])
  if (secondStepToken === undefined) {
    const challenge = await makeChallenge(world, { purpose: 'signIn', accountId: undefined })
    return requestOptions(world, { challenge, passkeys: [] })
  }
  const pending = await findPendingSignIn(world.db, hashOf(secondStepToken), world.now())
  if (!pending) throw new Refused('secondStepOver')
  const { accountId } = pending
  const challenge = await makeChallenge(world, { purpose: 'signIn', accountId })
  return requestOptions(world, { challenge, passkeys: await listPasskeys(world.db, accountId) })
}

type PasskeySignIn = { readonly credential: Assertion; readonly isRemembered: boolean }

export async function signInByPasskey(
  world: World,
  { credential, isRemembered }: PasskeySignIn,
  browser: SigningBrowser,
): Promise<{ readonly account: Account; readonly cookie: CookieContent }> {
  const { db } = world
  const at = world.now()
  const passkey = await findPasskeyByCredential(db, credential.id)
  const read = passkey && (await readAssertion(world, credential, passkey))
  const account = passkey && (await findAccount(db, passkey.accountId))
  if (!passkey || !account || !read || !isFor(account.id, read.challenge, credential)) {
    const refused = { accountId: passkey?.accountId, ...(passkey && { subjectId: passkey.id }) }
    await recordChange(db, { action: 'passkeyRefused', ...refused, at })
    throw new Refused('passkeyRefused')
  }
  const cookie = await db.transaction().execute(async (tx) => {
    const isFirst = await markPasskeyUsed(tx, passkey, { ...read.result, at })
    if (!isFirst) throw new Refused('passkeyRefused')
    await deletePendingSignIns(tx, account.id)
    return openSignIn(tx, { ...browser, accountId: account.id, isRemembered }, at)
  })
  return { account, cookie }
}

function isFor(
  accountId: string,
  {
    purpose,
    accountId: asked,
  }: { readonly purpose: string; readonly accountId?: string | undefined },
  { response }: Assertion,
): boolean {
  if (purpose !== 'signIn' || response.userHandle !== handleOf(accountId)) return false
  return asked === undefined || asked === accountId
}

/** A passkey as the contract has it. */
export function toAnswer({ id, name, createdAt, lastUsedAt }: Passkey) {
  return {
    id,
    name,
    createdAt: createdAt.toString(),
    lastUsedAt: lastUsedAt === null ? null : lastUsedAt.toString(),
  }
}
