/** Accepting what an invitation offers; the link to it is used up by whoever calls this. */
import { isBefore } from '@2park/domain/interval'
import type { Database, Tx } from '#database/database.ts'
import { recordChange } from '#modules/audit/index.ts'
import { lockProductAccount } from '#modules/ledger/index.ts'
import { Refused } from '#refused.ts'
import type { Actor } from '#world.ts'
import {
  findDelegationOf,
  findInvitation,
  updateAccepted,
  type Invitation,
} from './delegations.queries.ts'

/** What somebody is invited to, as long as it can be accepted. */
export async function getInvitation(
  db: Database | Tx,
  delegationId: string,
  at: Temporal.Instant,
): Promise<Invitation> {
  const invitation = await findInvitation(db, delegationId)
  if (!invitation || invitation.revoked) throw new Refused('delegationRevoked')
  if (invitation.accepted) throw new Refused('delegationAccepted')
  if (!isBefore(at, invitation.validUntil)) throw new Refused('delegationExpired')
  return invitation
}

export type Accepting = {
  readonly delegationId: string
  readonly actor: Actor
  readonly at: Temporal.Instant
}

/** From now on the actor may park on the product. */
export async function acceptDelegation(
  tx: Tx,
  { delegationId, actor, at }: Accepting,
): Promise<{ readonly productId: string }> {
  const { productId, organisationId, holderId } = await getInvitation(tx, delegationId, at)
  await lockProductAccount(tx, productId)
  // Once more, behind the lock: it may have been revoked meanwhile, or its product ended.
  await getInvitation(tx, delegationId, at)
  if (holderId === actor.accountId) throw new Refused('delegateIsHolder')
  // Whoever changed their address may have been invited by both.
  const by = { delegateId: actor.accountId, productId }
  if (await findDelegationOf(tx, by, at)) throw new Refused('alreadyDelegated')
  await updateAccepted(tx, delegationId, { delegateId: actor.accountId, at })
  const action = 'delegationAccepted'
  await recordChange(tx, { ...actor, action, organisationId, subjectId: delegationId, at })
  return { productId }
}
