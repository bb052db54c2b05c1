/**
 * Whether somebody is within the fence of a product. Ours have none, and say so; who asks all the
 * same is let park where the product is for. This answer has an envelope of its own.
 */
import type { Asking, Form, Visit } from './call.ts'
import { locationsOf } from './locations.ts'
import { listOpenProducts } from './open-products.ts'
import { productCodeOf } from './product-ids.ts'

export async function withinFence(asking: Asking & Partial<Visit>, { productCode = '' }: Form) {
  const { actor, signInId } = asking
  if (!actor || signInId === undefined)
    return { status: 'FAIL', locations: [], statusCode: 'SESSION_TIMEOUT' }
  const products = await listOpenProducts({ ...asking, actor, signInId })
  const product = products.find((each) => productCodeOf(each) === productCode)
  const found = product ? await locationsOf({ ...asking, actor }, product) : []
  const locations = found.map(({ code, name }) => ({ code, description: name }))
  return { status: 'OK', locations, statusCode: 'SUCCESS' }
}
