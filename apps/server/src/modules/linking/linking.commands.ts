/** Accepting what a link is for: a product becomes somebody's (A3, A4), or they may park on another's (J). */
import type { Language } from '@2park/contract/language'
import type { Tx } from '#database/database.ts'
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import type { CookieContent } from '#http/session-cookie.ts'
import {
  createAccount,
  lockHolder,
  openSignIn,
  type SigningBrowser,
} from '#modules/accounts/index.ts'
import { recordChange } from '#modules/audit/index.ts'
import { acceptDelegation } from '#modules/delegations/index.ts'
import { getLink, useLink, type Purpose } from '#modules/links/index.ts'
import { announceLinked } from '#modules/permit-shop/index.ts'
import { linkProduct } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'

export type AcceptLink = { readonly token: string; readonly keep?: Keep | undefined }

export type Linked = { readonly productId: string }

export async function acceptLink(
  { db, now }: World,
  actor: Actor,
  { token, keep }: AcceptLink,
): Promise<Linked> {
  const at = now()
  return db.transaction().execute(async (tx) => {
    // Held, so that it is not closed before what is linked is among its products.
    const account = await lockHolder(tx, actor.accountId)
    if (!account) throw new Refused('notSignedIn')
    const { purpose, email } = await getLink(tx, token, at)
    if (account.email !== email) throw new Refused('linkOfSomeoneElse')
    const linked = await open(tx, { purpose, actor, at })
    await useLink(tx, token, at)
    await keepAnswer(tx, keep, linked)
    return linked
  })
}

export type Register = {
  readonly token: string
  readonly password: string
  readonly language: Language
}

/**
 * For whoever has no account yet: it is made for the address that the link was sent to, which nobody
 * types. Who opened the link read the mail, so their browser is signed in at once.
 */
export async function registerByLink(
  { db, now }: World,
  { token, password, language }: Register,
  browser?: SigningBrowser,
): Promise<{ readonly linked: Linked; readonly cookie?: CookieContent }> {
  const at = now()
  return db.transaction().execute(async (tx) => {
    const { purpose, email } = await getLink(tx, token, at)
    const actor = await createAccount(tx, { email, password, language }, at)
    const linked = await open(tx, { purpose, actor, at })
    await useLink(tx, token, at)
    if (!browser) return { linked }
    const { userAgent, token: earlier } = browser
    const opened = { ...actor, userAgent, token: earlier, isRemembered: false }
    return { linked, cookie: await openSignIn(tx, opened, at) }
  })
}

type Opening = {
  readonly purpose: Purpose
  readonly actor: Actor
  readonly at: Temporal.Instant
}

/** Holds what the link is for before the link itself, as whoever sends links does. */
async function open(tx: Tx, { purpose, actor, at }: Opening): Promise<Linked> {
  if (purpose.kind === 'delegation') return acceptDelegation(tx, { ...purpose, actor, at })
  const { productId } = purpose
  const isLinked = await linkProduct(tx, productId, { holderId: actor.accountId, at })
  // Nobody's any more: somebody was quicker, by this link or another.
  if (!isLinked) throw new Refused('linkUsed')
  await announceLinked(tx, productId, at)
  await recordChange(tx, { ...actor, action: 'productLinked', subjectId: productId, at })
  return { productId }
}
