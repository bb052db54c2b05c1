/** Who may use a product, and what state it is in. */
import { isBefore, type Interval } from '@2park/domain/interval'
import type { Actor } from '#world.ts'

/** The one rule of access: a product and all that hangs on it is its holder's, and until then nobody's. */
export function isHolder(actor: Actor, product: { readonly holderId: string | null }): boolean {
  return actor.accountId === product.holderId
}

export type ProductState = 'active' | 'upcoming' | 'expired' | 'blocked' | 'revoked'

/** Follows from the facts and the clock; of two that apply, the one that waiting won't mend. */
export function productStateOf(
  product: {
    readonly valid: Interval
    readonly blocked: boolean
    readonly delegation: { readonly revoked: boolean } | null
  },
  now: Temporal.Instant,
): ProductState {
  if (product.delegation?.revoked) return 'revoked'
  if (!isBefore(now, product.valid.end)) return 'expired'
  if (product.blocked) return 'blocked'
  return isBefore(now, product.valid.start) ? 'upcoming' : 'active'
}
