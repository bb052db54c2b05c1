/**
 * Letting someone else park on one's product, with a part of the balance or all of it (J).
 *
 * Every command holds the product's ledger account first: delegations of one product wait for each
 * other, and for whatever moves its balance.
 */
import { randomUUIDv7 } from 'node:crypto'
import type { Amount } from '@2park/domain/amount'
import { invariant } from '@2park/domain/invariant'
import type { Plate } from '@2park/domain/plate'
import type { Tx } from '#database/database.ts'
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import { tooMany } from '#http/tries.ts'
import { findAccount } from '#modules/accounts/index.ts'
import { allot, lockProductAccount, openDelegationAccount } from '#modules/ledger/index.ts'
import { getOwnProduct, productStateOf, type Product } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { changed, getDelegation, lockDelegation, record, type OnDelegation } from './changes.ts'
import { reasonsAgainst, reasonsOfProduct } from './delegations.policy.ts'
import {
  countDelegations,
  findDelegation,
  insertDelegation,
  updateMailedAt,
  type Delegation,
} from './delegations.queries.ts'
import { mailInvitation } from './invitation.ts'
import { limitMails } from './mail-limit.ts'
import { presentDelegation, type Changed, type Shown } from './presentation.ts'

/** Of whatever became of them: an invitation is a mail to somebody who did not ask for it. */
const mostInvitedADay = 50
/** Before the same mail is sent once more. */
const mailedEvery = { minutes: 1 }

export type InviteDelegate = {
  readonly productId: string
  readonly email: string
  readonly language: 'nl' | 'en'
  readonly plate: Plate | undefined
  /** Undefined where the whole balance is shared. */
  readonly allotment: Amount | undefined
  readonly keep?: Keep | undefined
}

export async function inviteDelegate(
  world: World,
  actor: Actor,
  { productId, email, language, plate, allotment, keep }: InviteDelegate,
): Promise<Changed> {
  const product = await getOwnProduct(world, actor, productId)
  const holder = await getHolder(world, actor)
  const at = world.now()
  const inviting = async (tx: Tx) => {
    await lockProductAccount(tx, productId)
    await requireInvitable(tx, { product, holder: holder.email, at }, { email, plate })
    const { organisationId, unit } = product
    const id = randomUUIDv7()
    const invited = { id, productId, organisationId, email, language, plate: plate ?? null }
    await insertDelegation(tx, { ...invited, invitedAt: at })
    if (allotment !== undefined) {
      await openDelegationAccount(tx, { organisationId, delegationId: id, unit })
      await give(tx, { organisationId, productId, delegationId: id, left: allotment, at })
    }
    const delegation = await getDelegation(tx, { id, productId }, at)
    await mailInvitation(tx, { world, delegation, product, by: holder.email })
    return tell(tx, delegation, { actor, action: 'delegationGiven', at, keep })
  }
  return limitMails(world, email, () => world.db.transaction().execute(inviting))
}

type Inviting = {
  readonly product: Product
  /** Their address. */
  readonly holder: string
  readonly at: Temporal.Instant
}

async function requireInvitable(
  tx: Tx,
  { product, holder, at }: Inviting,
  wish: { readonly email: string; readonly plate: Plate | undefined },
): Promise<void> {
  const aDayAgo = at.subtract({ hours: 24 })
  const about = { productId: product.id, email: wish.email }
  const { count, countSince, hasSame } = await countDelegations(tx, about, aDayAgo)
  const reasons = reasonsAgainst(wish, {
    rule: product.delegations,
    productState: productStateOf(product, at),
    holderEmail: holder,
    count,
    hasSame,
  })
  const [weightiest] = reasons
  if (weightiest) throw new Refused(weightiest, { reasons })
  if (countSince >= mostInvitedADay) {
    const windowSeconds = 24 * 3600
    throw tooMany({ quota: mostInvitedADay, windowSeconds, left: 0, resetSeconds: windowSeconds })
  }
}

/** Makes what is left of the part so much, from or to the holder's balance (J5). */
export async function changeAllotment(
  world: World,
  actor: Actor,
  { productId, delegationId, allotment, keep }: OnDelegation & { readonly allotment: Amount },
): Promise<Changed> {
  const { organisationId } = await getOwnProduct(world, actor, productId)
  const at = world.now()
  return world.db.transaction().execute(async (tx) => {
    const former = await lockDelegation(tx, { productId, delegationId }, at)
    if (former.revokedAt !== null) throw new Refused('delegationRevoked')
    if (former.left === null) throw new Refused('wholeBalanceShared')
    await give(tx, { organisationId, productId, delegationId, left: allotment, at })
    const delegation = await getDelegation(tx, { id: delegationId, productId }, at)
    return tell(tx, delegation, { actor, action: 'delegationChanged', at, keep })
  })
}

/** Sends the mail once more, with a new link: the former one opens nothing any more. */
export async function resendInvitation(
  world: World,
  actor: Actor,
  { productId, delegationId, keep }: OnDelegation,
): Promise<Shown> {
  const product = await getOwnProduct(world, actor, productId)
  const holder = await getHolder(world, actor)
  const at = world.now()
  const known = await findDelegation(world.db, { id: delegationId, productId }, at)
  if (!known) throw new Refused('notFound')
  const mailing = async (tx: Tx) => {
    const former = await lockDelegation(tx, { productId, delegationId }, at)
    requireMailable(former, product, at)
    await updateMailedAt(tx, delegationId, at)
    await mailInvitation(tx, { world, delegation: former, product, by: holder.email })
    await record(tx, former, { actor, action: 'delegationMailed', at })
    const answer = presentDelegation({ ...former, mailedAt: at })
    await keepAnswer(tx, keep, answer)
    return answer
  }
  return limitMails(world, known.email, () => world.db.transaction().execute(mailing))
}

function requireMailable(delegation: Delegation, product: Product, at: Temporal.Instant): void {
  if (delegation.revokedAt !== null) throw new Refused('delegationRevoked')
  if (delegation.acceptedAt !== null) throw new Refused('delegationAccepted')
  const productState = productStateOf(product, at)
  const reasons = reasonsOfProduct({ rule: product.delegations, productState })
  const [weightiest] = reasons
  if (weightiest) throw new Refused(weightiest, { reasons })
  const again = delegation.mailedAt.add(mailedEvery)
  if (Temporal.Instant.compare(at, again) < 0) {
    const resetSeconds = Math.ceil(at.until(again).total('seconds'))
    throw tooMany({ quota: 1, windowSeconds: mailedEvery.minutes * 60, left: 0, resetSeconds })
  }
}

type Giving = Parameters<typeof allot>[1]

async function give(tx: Tx, giving: Giving): Promise<void> {
  const allotted = await allot(tx, giving)
  if (allotted.outcome === 'allotted') return
  const whole = await lockProductAccount(tx, giving.productId)
  invariant(whole !== undefined, `no product ${giving.productId}`)
  const shortfall = { unit: whole.unit, value: allotted.shortfall }
  throw new Refused('allotmentTooHigh', { reasons: ['allotmentTooHigh'], shortfall })
}

type Telling = Parameters<typeof record>[2] & { readonly keep: Keep | undefined }

async function tell(tx: Tx, delegation: Delegation, { keep, ...deed }: Telling): Promise<Changed> {
  await record(tx, delegation, deed)
  const answer = await changed(tx, delegation)
  await keepAnswer(tx, keep, answer)
  return answer
}

async function getHolder({ db }: World, { accountId }: Actor): Promise<{ readonly email: string }> {
  const holder = await findAccount(db, accountId)
  invariant(holder !== undefined, `no account ${accountId}`)
  return holder
}
