import { m } from '#paraglide/messages.js'
import type { Issued } from './shop.ts'

const texts: Readonly<Record<Issued['state'], (() => string) | undefined>> = {
  active: undefined,
  upcoming: m.state_upcoming,
  expired: m.state_expired,
  blocked: m.state_blocked,
  ended: m.shop_state_ended,
}

/** What there is to say of a product beside that it works. */
export function shopStateText(state: Issued['state']): string | undefined {
  return texts[state]?.()
}
