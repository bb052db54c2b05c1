/** The mail to whoever is invited, with a link that can be accepted once (J3). */
import { displayPlate } from '@2park/domain/plate'
import type { Tx } from '#database/database.ts'
import { issueLink } from '#modules/links/index.ts'
import { sendMail } from '#modules/notices/index.ts'
import type { Product } from '#modules/products/index.ts'
import type { World } from '#world.ts'
import type { Delegation } from './delegations.queries.ts'

export type Inviting = {
  readonly world: World
  readonly delegation: Delegation
  readonly product: Product
  /** The address of the holder. */
  readonly by: string
}

/** A link that was sent before opens nothing any more. */
export async function mailInvitation(
  tx: Tx,
  { world, delegation, product, by }: Inviting,
): Promise<void> {
  const { id: delegationId, email, language, plate } = delegation
  const now = world.now()
  const purpose = { kind: 'delegation', delegationId } as const
  const { token } = await issueLink(tx, { email, purpose }, now)
  const { organisation, name: productName } = product
  const what = {
    kind: 'delegation',
    ownerEmail: by,
    productName,
    organisationName: organisation.name,
    // Behind the sign that no browser sends: the token is in nobody's log.
    address: new URL(`/link#${token}`, world.publicUrl).href,
    ...(plate && { plate: displayPlate(plate) }),
  } as const
  await sendMail(tx, { to: email, language, organisationId: organisation.id, what }, now)
}
