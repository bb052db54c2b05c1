/** Moving a part of a product's balance to a delegation's own account, and what is left of it back. */
import { difference, nothing, type Amount } from '@2park/domain/amount'
import { invariant } from '@2park/domain/invariant'
import { post, transferBetween, type ProductAccount } from '@2park/domain/ledger'
import type { Tx } from '#database/database.ts'
import { lockDelegationAccount } from './allotments.queries.ts'
import { insertTransfer, lockProductAccount } from './ledger.queries.ts'

export type Allotment = {
  readonly organisationId: string
  readonly productId: string
  readonly delegationId: string
  /** What the delegation has from now on. */
  readonly left: Amount
  readonly at: Temporal.Instant
}

export type Allotted =
  | { readonly outcome: 'allotted' }
  /** The product has that much too little. */
  | { readonly outcome: 'refused'; readonly shortfall: Amount }

/** Makes what is left of a part so much; the difference comes from the product, or goes back to it. */
export async function allot(
  tx: Tx,
  { organisationId, productId, delegationId, left, at }: Allotment,
): Promise<Allotted> {
  // In this order, as everything that takes both: two never wait for each other.
  const whole = await lockProductAccount(tx, productId)
  const part = await lockDelegationAccount(tx, delegationId)
  invariant(whole !== undefined && part !== undefined, `no allotment of ${delegationId}`)
  if (left === part.balance) return { outcome: 'allotted' }

  const transfer = transferBetween({
    ...between(whole, part, left),
    // The number of its entry on the delegation's account is the name of the step.
    cause: { kind: 'delegation', id: delegationId, step: `allotment ${part.version + 1}` },
  })
  const posting = post(transfer, [whole, part])
  if (posting.outcome === 'refused') return { outcome: 'refused', shortfall: posting.shortfall }
  invariant(posting.outcome === 'posted', 'a step that has a number of its own')
  await insertTransfer(tx, transfer, { organisationId, entries: posting.entries, at })
  return { outcome: 'allotted' }
}

function between(whole: ProductAccount, part: ProductAccount, left: Amount) {
  const more = difference(left, part.balance)
  return more > 0
    ? { from: whole, to: part, amount: more }
    : { from: part, to: whole, amount: difference(nothing, more) }
}
