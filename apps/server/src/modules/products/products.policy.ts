/** Who may use a product, and what state it is in. */
import { isBefore, type Interval } from '@2park/domain/interval'
import type { Actor } from '#world.ts'

/** The one rule of access: a product and all that hangs on it is its holder's, and until then nobody's. */
export function isHolder(actor: Actor, product: { readonly holderId: string | null }): boolean {
  return actor.accountId === product.holderId
}

export type ProductState = 'active' | 'upcoming' | 'expired' | 'blocked'

/** Follows from the facts and the clock; of two that apply, the one that waiting won't mend. */
export function productStateOf(
  product: { readonly valid: Interval; readonly blocked: boolean },
  now: Temporal.Instant,
): ProductState {
  if (!isBefore(now, product.valid.end)) return 'expired'
  if (product.blocked) return 'blocked'
  return isBefore(now, product.valid.start) ? 'upcoming' : 'active'
}
