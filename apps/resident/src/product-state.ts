/** Why a product cannot be parked on, in a word; undefined while it can. */
import { m } from '#paraglide/messages.js'
import type { Product } from '#products.ts'

const texts: Readonly<Record<Product['state'], (() => string) | undefined>> = {
  active: undefined,
  upcoming: m.state_upcoming,
  expired: m.state_expired,
  blocked: m.state_blocked,
  revoked: m.state_revoked,
}

export function productStateText(state: Product['state']): string | undefined {
  return texts[state]?.()
}
