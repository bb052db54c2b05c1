/** What a link is for, in the words that its page needs. */
import type { Api } from '@2park/contract/api'
import type { Output } from '@2park/contract/endpoint'
import { invariant } from '@2park/domain/invariant'
import type { Database } from '#database/database.ts'
import { findAccount, findAccountByEmail } from '#modules/accounts/index.ts'
import { getInvitation } from '#modules/delegations/index.ts'
import { getLink, type Purpose } from '#modules/links/index.ts'
import { findIssuedProduct, findProduct, type Product } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'

type Offer = Output<Api['POST /links/_look']>

export async function offerOf(
  world: World,
  token: string,
  actor: Actor | undefined,
): Promise<Offer> {
  const { db, now } = world
  const at = now()
  const { purpose, email } = await getLink(db, token, at)
  const { productId, ...delegation } = await subjectOf(db, purpose, at)
  const product = await findProduct(db, productId, at)
  invariant(product !== undefined, `no product ${productId}`)
  if (purpose.kind === 'product') await requireNotEnded(db, product)
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

async function requireNotEnded(db: Database, { id: productId, organisationId }: Product) {
  const issued = await findIssuedProduct(db, { productId, organisationId })
  if (issued?.endedAt) throw new Refused('productEnded')
}

/** The product, and of a delegation who gives it and for which plate. */
async function subjectOf(db: Database, purpose: Purpose, at: Temporal.Instant) {
  if (purpose.kind === 'product') return { productId: purpose.productId }
  const { productId, by, plate } = await getInvitation(db, purpose.delegationId, at)
  return { productId, by, ...(plate && { plate }) }
}
