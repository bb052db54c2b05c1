/** The mail with which a product reaches its holder (A2). */
import type { Tx } from '#database/database.ts'
import { issueLink } from '#modules/links/index.ts'
import { sendMail } from '#modules/notices/index.ts'
import { getOrganisation } from '#modules/organisations/index.ts'
import type { IssuedProduct } from '#modules/products/index.ts'
import type { World } from '#world.ts'

/** One whose holder has an address. */
export type Addressed = IssuedProduct & { readonly email: string }

/** The product is held by the transaction. */
export async function mailLink(world: World, tx: Tx, product: Addressed): Promise<void> {
  const { id: productId, email, language, organisationId } = product
  const at = world.now()
  const { token } = await issueLink(tx, { email, purpose: { kind: 'product', productId } }, at)
  const { name: organisationName, permitShopName } = await getOrganisation(tx, organisationId)
  const what = {
    kind: 'link',
    organisationName,
    permitShopName,
    productName: product.productType.name,
    address: linkAddress(world, token),
  } as const
  await sendMail(tx, { to: email, language, organisationId, what }, at)
}

/** The token stands behind the #, which browsers send to nobody. */
export function linkAddress({ publicUrl }: World, token: string): string {
  return new URL(`/link#${token}`, publicUrl).href
}
