/** What every command on a delegation does alike: hold it, write down what was done, and tell it. */
import { invariant } from '@2park/domain/invariant'
import type { Tx } from '#database/database.ts'
import type { Keep } from '#http/answers.queries.ts'
import { recordChange } from '#modules/audit/index.ts'
import { lockProductAccount } from '#modules/ledger/index.ts'
import { Refused } from '#refused.ts'
import type { Actor } from '#world.ts'
import { findDelegation, type Delegation } from './delegations.queries.ts'
import { presentDelegation, type Changed } from './presentation.ts'

export type OnDelegation = {
  readonly productId: string
  readonly delegationId: string
  readonly keep?: Keep | undefined
}

/**
 * The delegation, held by the ledger account of its product: those of one product wait for each
 * other, and for whatever moves its balance.
 */
export async function lockDelegation(
  tx: Tx,
  { productId, delegationId }: OnDelegation,
  now: Temporal.Instant,
): Promise<Delegation> {
  await lockProductAccount(tx, productId)
  const delegation = await findDelegation(tx, { id: delegationId, productId }, now)
  if (!delegation) throw new Refused('notFound')
  return delegation
}

/** As it is now, within the transaction that changed it. */
export async function getDelegation(
  tx: Tx,
  which: { readonly id: string; readonly productId: string },
  now: Temporal.Instant,
): Promise<Delegation> {
  const delegation = await findDelegation(tx, which, now)
  invariant(delegation !== undefined, `no delegation ${which.id}`)
  return delegation
}

/** With the holder's new balance (J3). */
export async function changed(tx: Tx, delegation: Delegation): Promise<Changed> {
  const whole = await lockProductAccount(tx, delegation.productId)
  invariant(whole !== undefined, `no product ${delegation.productId}`)
  const balance = { unit: whole.unit, value: whole.balance }
  return { delegation: presentDelegation(delegation), balance }
}

type Deed = {
  /** Absent where its time has come. */
  readonly actor?: Actor | undefined
  readonly action: Extract<Parameters<typeof recordChange>[1]['action'], `delegation${string}`>
  readonly at: Temporal.Instant
}

/** In the audit trail: who did what to which delegation, and never for which address. */
export async function record(tx: Tx, delegation: Delegation, deed: Deed): Promise<void> {
  const { actor, action, at } = deed
  const { organisationId, id: subjectId } = delegation
  await recordChange(tx, { ...actor, action, organisationId, subjectId, at })
}
