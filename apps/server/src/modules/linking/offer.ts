/** What a link is for, in the words that its page needs. */
import type { Api } from '@2park/contract/api'
import type { Output } from '@2park/contract/endpoint'
import { invariant } from '@2park/domain/invariant'
import type { Database } from '#database/database.ts'
import { findAccount, findAccountByEmail } from '#modules/accounts/index.ts'
import { getInvitation } from '#modules/delegations/index.ts'
import { getLink, type Purpose } from '#modules/links/index.ts'
import { findProduct } from '#modules/products/index.ts'
import type { Actor, World } from '#world.ts'

type Offer = Output<Api['POST /links/_look']>

export async function offerOf(
  world: World,
  token: string,
  actor: Actor | undefined,
): Promise<Offer> {
  const { db, now } = world
  const { purpose, email } = await getLink(db, token, now())
  const { productId, ...delegation } = await subjectOf(db, purpose)
  const product = await findProduct(db, productId, now())
  invariant(product !== undefined, `no product ${productId}`)
  const signedIn = actor && (await findAccount(db, actor.accountId))
  return {
    kind: purpose.kind,
    organisation: product.organisation,
    product: { name: product.name, location: product.location },
    ...delegation,
    email,
    hasAccount: (await findAccountByEmail(db, email)) !== undefined,
    ...(signedIn && { signedInAs: signedIn.email }),
  }
}

/** The product, and of a delegation who gives it and for which plate. */
async function subjectOf(db: Database, purpose: Purpose) {
  if (purpose.kind === 'product') return { productId: purpose.productId }
  const { productId, by, plate } = await getInvitation(db, purpose.delegationId)
  return { productId, by, ...(plate && { plate }) }
}
