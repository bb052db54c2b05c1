/**
 * The end of a delegation (J6): what is left of the part goes back to the holder, and nothing can be
 * started by it any more. Its parking sessions go on as booked; what comes back from them later is
 * the holder's.
 */
import { nothing } from '@2park/domain/amount'
import type { Tx } from '#database/database.ts'
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import { allot, countChange, lockProductAccount } from '#modules/ledger/index.ts'
import { getOwnProduct } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { changed, getDelegation, lockDelegation, record, type OnDelegation } from './changes.ts'
import {
  findDelegationOf,
  forgetAddresses,
  listDelegationsAbout,
  updateRevoked,
  type Delegation,
} from './delegations.queries.ts'
import { listPlatesOfOver, type Over } from './over.queries.ts'
import type { Changed } from './presentation.ts'

/** By the holder. One that ended already stays as it is, so that a retry finds what it wanted. */
export async function revokeDelegation(
  world: World,
  actor: Actor,
  { productId, delegationId, keep }: OnDelegation,
): Promise<Changed> {
  await getOwnProduct(world, actor, productId)
  const at = world.now()
  return world.db.transaction().execute(async (tx) => {
    const former = await lockDelegation(tx, { productId, delegationId }, at)
    if (former.revokedAt === null) await end(tx, former, { actor, at })
    const delegation = await getDelegation(tx, { id: delegationId, productId }, at)
    const answer = await changed(tx, delegation)
    await keepAnswer(tx, keep, answer)
    return answer
  })
}

/** By the delegate, who gives it up. */
export async function leaveProduct(
  world: World,
  actor: Actor,
  { productId, keep }: { readonly productId: string; readonly keep?: Keep | undefined },
): Promise<void> {
  const at = world.now()
  await world.db.transaction().execute(async (tx) => {
    await lockProductAccount(tx, productId)
    const delegation = await findDelegationOf(tx, { delegateId: actor.accountId, productId }, at)
    if (!delegation) throw new Refused('notFound')
    await end(tx, delegation, { actor, at })
    await keepAnswer(tx, keep, undefined)
  })
}

/**
 * When an account is closed: what was delegated on its products ends, what was delegated to it is
 * left, and no address is kept in either.
 */
export async function endDelegationsAbout(
  tx: Tx,
  { email, ...actor }: Actor & { readonly email: string },
  at: Temporal.Instant,
): Promise<void> {
  const about = { accountId: actor.accountId, email }
  for (const which of await listDelegationsAbout(tx, about)) {
    const delegation = await lockDelegation(tx, which, at)
    if (delegation.revokedAt === null) await end(tx, delegation, { actor, at })
  }
  await forgetAddresses(tx, about)
}

/**
 * Those with a plate, of products that were over by then: to keep the plate on would be for nobody, and
 * to take it off would make any plate theirs. How many ended; as many as `limit` means that there may be
 * more. Each in a transaction of its own, so that nobody who parks waits for many, and one that fails
 * keeps no other.
 */
export async function endDelegationsOver(
  { db, now }: Pick<World, 'db' | 'now'>,
  over: Over,
): Promise<{ readonly ended: number; readonly failed: readonly unknown[] }> {
  const at = now()
  const failed: unknown[] = []
  const due = await listPlatesOfOver(db, over)
  for (const which of due) {
    const ending = db.transaction().execute(async (tx) => {
      const delegation = await lockDelegation(tx, which, at)
      // Somebody else ended it meanwhile.
      if (delegation.revokedAt === null) await end(tx, delegation, { at })
    })
    // oxlint-disable-next-line no-await-in-loop -- one after the other, beside everything else.
    await ending.catch((error: unknown) => failed.push(error))
  }
  return { ended: due.length - failed.length, failed }
}

/** By nobody where its time has come. */
type Ending = { readonly actor?: Actor; readonly at: Temporal.Instant }

async function end(tx: Tx, delegation: Delegation, { actor, at }: Ending): Promise<void> {
  const { id, organisationId, productId, left } = delegation
  if (left !== null)
    await allot(tx, { organisationId, productId, delegationId: id, left: nothing, at })
  // Whoever is about to book by it decides again.
  await countChange(tx, productId)
  await updateRevoked(tx, id, { by: actor?.accountId ?? null, at })
  await record(tx, delegation, { actor, action: endOf(delegation, actor), at })
}

function endOf({ delegateId }: Delegation, actor: Actor | undefined) {
  if (!actor) return 'delegationEnded'
  return delegateId === actor.accountId ? 'delegationLeft' : 'delegationRevoked'
}
