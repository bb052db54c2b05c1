/** What somebody does with a product as such: switching its plate, and giving it up. */
import { parsePlate } from '@2park/domain/plate'
import { z } from 'zod/mini'
import { leaveProduct } from '#modules/delegations/index.ts'
import { removeProduct, switchPlate } from '#modules/products/index.ts'
import { invalidFields, signedCall, Text } from './call.ts'
import { getOpenProduct } from './open-products.ts'
import { OnProduct } from './product-calls.ts'

export const switchActivePlate = signedCall(
  z.extend(OnProduct, { mbr_ident: Text }),
  async (visit, { product_id, mbr_ident }) => {
    const { id: productId, plates } = await getOpenProduct(visit, product_id)
    const typed = parsePlate(mbr_ident)
    if (!typed) throw invalidFields(['mbr_ident'])
    const plate = plates.find(({ number }) => number === typed.number) ?? typed
    await switchPlate(visit.till, visit.actor, { productId, plate })
    return { data: {} }
  },
)

/** One's own where it is over, and another's at any time. */
export const removeProductAndGrant = signedCall(OnProduct, async (visit, { product_id }) => {
  const { till, actor } = visit
  const { id: productId, delegation } = await getOpenProduct(visit, product_id)
  if (delegation) await leaveProduct(till, actor, { productId })
  else await removeProduct(till, actor, { productId, keep: undefined })
  return { data: {} }
})
