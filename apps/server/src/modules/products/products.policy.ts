/** Who may use a product, and what state it is in. */
import { isBefore, type Interval } from '@2park/domain/interval'
import type { Actor } from '#world.ts'

/** The one rule of access: a product and all that hangs on it is its holder's, and until then nobody's. */
export function isHolder(actor: Actor, product: { readonly holderId: string | null }): boolean {
  return actor.accountId === product.holderId
}

type StateByDates = 'active' | 'upcoming' | 'expired' | 'blocked'
export type ProductState = StateByDates | 'revoked'

type Dated = { readonly valid: Interval; readonly blocked: boolean }

/** For whoever may use it: a delegation that was revoked comes before all. */
export function productStateOf(
  product: Dated & { readonly delegation: { readonly revoked: boolean } | null },
  now: Temporal.Instant,
): ProductState {
  return product.delegation?.revoked ? 'revoked' : stateByDates(product, now)
}

/** Follows from the facts and the clock; of two that apply, the one that waiting won't mend. */
export function stateByDates({ valid, blocked }: Dated, now: Temporal.Instant): StateByDates {
  if (!isBefore(now, valid.end)) return 'expired'
  if (blocked) return 'blocked'
  return isBefore(now, valid.start) ? 'upcoming' : 'active'
}
